package io.qhyper.sim;

import io.qhyper.circuit.Unitary;
import io.qhyper.sim.mps.ComplexMatrix;
import io.qhyper.sim.mps.ProductSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A plan's qubits as sites on a line, and its gates as sums of products on them; immutable. */
final class SiteLine {
  private final Plan plan;
  private final int[] sites;
  private final List<Optional<ProductSum>> constants = new ArrayList<>();

  /**
   * A line.
   *
   * @param order the compact qubits from one end of the line to the other
   */
  SiteLine(Plan plan, int[] order) {
    this.plan = plan;
    this.sites = new int[order.length];
    IntStream.range(0, order.length).forEach(site -> sites[order[site]] = site);
    for (PlannedGate gate : plan.prefix()) {
      constants.add(
          gate.isParametrised() ? Optional.empty() : Optional.of(at(gate, new double[0])));
    }
  }

  /** Number of sites: at least 1, even where no qubit takes part. */
  int size() {
    return Math.max(1, sites.length);
  }

  /** The site of a compact qubit. */
  int site(int qubit) {
    return sites[qubit];
  }

  /** Number of gates. */
  int gates() {
    return constants.size();
  }

  /** A gate of the plan's prefix for one row. */
  ProductSum gate(int gate, double[] row) {
    return constants.get(gate).orElseGet(() -> at(plan.prefix().get(gate), row));
  }

  /** A gate at angles in general position: no row needs more terms. */
  ProductSum shape(int gate) {
    double[] row = new double[plan.parameters().size()];
    Arrays.setAll(row, i -> 0.7 + 0.1 * i);
    return gate(gate, row);
  }

  /** The sites of a gate's controls. */
  IntStream controls(int gate) {
    return Arrays.stream(plan.prefix().get(gate).controls()).map(qubit -> sites[qubit]);
  }

  private ProductSum at(PlannedGate gate, double[] row) {
    Unitary matrix = gate.matrix(row);
    return ProductSum.of(
        places(gate.controls()),
        places(gate.targets()),
        new ComplexMatrix(matrix.dimension(), matrix.dimension(), matrix.re(), matrix.im()));
  }

  private int[] places(int[] qubits) {
    return Arrays.stream(qubits).map(qubit -> sites[qubit]).toArray();
  }
}

package io.qhyper.sim;

import io.qhyper.circuit.Unitary;
import io.qhyper.sim.mps.ComplexMatrix;
import io.qhyper.sim.mps.ProductSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A plan's wires as sites on a line, and its gates as sums of products on them; immutable. */
final class SiteLine {
  private final int parameters;
  private final SwapFree circuit;
  private final int[] sites; // of each wire
  private final List<Optional<ProductSum>> constants = new ArrayList<>();

  /**
   * A line.
   *
   * @param circuit the gates of the plan
   * @param order the wires from one end of the line to the other
   */
  SiteLine(Plan plan, SwapFree circuit, int[] order) {
    this.parameters = plan.parameters().size();
    this.circuit = circuit;
    this.sites = new int[order.length];
    IntStream.range(0, order.length).forEach(site -> sites[order[site]] = site);
    for (SwapFree.Wired gate : circuit.gates()) {
      constants.add(
          gate.gate().isParametrised() ? Optional.empty() : Optional.of(at(gate, new double[0])));
    }
  }

  /** Number of sites: at least 1, even where no qubit takes part. */
  int size() {
    return Math.max(1, sites.length);
  }

  /** The site of a compact qubit at the end of the program. */
  int site(int qubit) {
    return sites[circuit.ends()[qubit]];
  }

  /** Number of gates. */
  int gates() {
    return constants.size();
  }

  /** A gate for one row. */
  ProductSum gate(int gate, double[] row) {
    return constants.get(gate).orElseGet(() -> at(circuit.gates().get(gate), row));
  }

  /** A gate at angles in general position: no row needs more terms. */
  ProductSum shape(int gate) {
    double[] row = new double[parameters];
    Arrays.setAll(row, i -> 0.7 + 0.1 * i);
    return gate(gate, row);
  }

  /** The sites of a gate's controls. */
  IntStream controls(int gate) {
    return Arrays.stream(places(circuit.gates().get(gate).controls()));
  }

  private ProductSum at(SwapFree.Wired gate, double[] row) {
    Unitary matrix = gate.gate().matrix(row);
    return ProductSum.of(
        places(gate.controls()),
        places(gate.targets()),
        new ComplexMatrix(matrix.dimension(), matrix.dimension(), matrix.re(), matrix.im()));
  }

  private int[] places(int[] wires) {
    return Arrays.stream(wires).map(wire -> sites[wire]).toArray();
  }
}

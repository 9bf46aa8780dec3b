package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.sim.line.BondCut;
import io.qhyper.sim.line.MeanSlopes;
import io.qhyper.sim.line.RegisterMap;
import java.math.BigInteger;

/** The exact side of the line engine. */
final class LineExact implements ExactEngine {
  private final LinePlan line;
  private final BondCut cut;
  private final RegisterMap map;
  private final int qubits;
  private final int width;
  private final long heapBytes;

  LineExact(Plan plan, LinePlan line, BondCut cut, ClassicalRegister register, long heapBytes) {
    this.line = line;
    this.cut = cut;
    this.qubits = plan.qubits();
    this.width = register.width();
    this.heapBytes = heapBytes;
    int[] positions = line.positions();
    int[] masks = new int[plan.qubits()];
    for (Readout readout : plan.readouts()) {
      int bit = readout.bit() - register.offset();
      if (bit >= 0 && bit < width) {
        masks[positions[readout.qubit()]] |= 1 << bit;
      }
    }
    this.map = new RegisterMap(masks, cut.lowQubits());
  }

  @Override
  public double[] probabilities(double[] row) {
    ReferenceEngine.checkNotInterrupted();
    BigInteger bytes = BigInteger.valueOf(8L << width);
    return InsufficientMemoryException.guard(
        qubits,
        bytes,
        "a table of 2^" + width + " probabilities",
        heapBytes,
        () -> {
          double[] table = new double[1 << width];
          cut.prepare(line.settings(row)).addProbabilities(table, map);
          return table;
        });
  }

  @Override
  public double expectation(double[] row, double[] loss) {
    ReferenceEngine.checkNotInterrupted();
    return cut.prepare(line.settings(row)).mean(loss, map);
  }

  @Override
  public ExpectationGradient gradient(double[] row, double[] loss) {
    ReferenceEngine.checkNotInterrupted();
    MeanSlopes result = cut.gradient(line.settings(row), loss, map);
    return new ExpectationGradient(result.value(), line.gradient(row, result.slopes()));
  }
}

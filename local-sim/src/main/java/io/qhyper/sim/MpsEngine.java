package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.sim.mps.BondsTooLargeException;
import io.qhyper.sim.mps.MatrixProductState;
import io.qhyper.sim.mps.MpsBuilder;
import io.qhyper.sim.mps.SiteSampler;
import io.qhyper.sim.mps.Truncation;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Holds a matrix product state: as many qubits as one likes, as long as few gates cross each place
 * of the line.
 */
final class MpsEngine implements Engine {
  private final Plan plan;
  private final SiteLine line;
  private final OptionalInt maxBond;
  private final double estimatedBytes;
  private final long heapBytes;
  private final Optional<Engine> tables;

  /**
   * An engine for one plan.
   *
   * @param tables what lists all values of a register better, where the user leaves the choice
   */
  MpsEngine(
      Plan plan,
      SiteLine line,
      OptionalInt maxBond,
      double estimatedBytes,
      long heapBytes,
      Optional<Engine> tables) {
    this.plan = plan;
    this.line = line;
    this.maxBond = maxBond;
    this.estimatedBytes = estimatedBytes;
    this.heapBytes = heapBytes;
    this.tables = tables;
  }

  @Override
  public long[] shots(double[] row, int shots, StreamKey key) {
    SiteSampler sampler = new SiteSampler(state(row));
    int stride = BitString.wordsFor(plan.bits());
    long[] words = new long[Math.multiplyExact(shots, stride)];
    for (int from = 0; from < shots; from += ShotRequest.BLOCK) {
      ReferenceEngine.checkNotInterrupted();
      StreamKey block = key.withBlock(key.block() + from / ShotRequest.BLOCK);
      int count = Math.min(ShotRequest.BLOCK, shots - from);
      readOut(sampler.draw(block.open(), count), count, words, from * stride);
    }
    return words;
  }

  private void readOut(long[] values, int shots, long[] words, int offset) {
    int from = BitString.wordsFor(line.size());
    int to = BitString.wordsFor(plan.bits());
    for (Readout readout : plan.readouts()) {
      int site = line.site(readout.qubit());
      int word = readout.bit() >>> 6;
      for (int shot = 0; shot < shots; shot++) {
        long value = values[shot * from + (site >>> 6)] >>> site & 1;
        words[offset + shot * to + word] |= value << readout.bit();
      }
    }
  }

  /** The state for one row. */
  MatrixProductState state(double[] row) {
    MpsBuilder builder = new MpsBuilder(line.size(), maxBond, heapBytes / 3.0);
    try {
      for (int gate = 0; gate < line.gates(); gate++) {
        ReferenceEngine.checkNotInterrupted();
        builder.apply(line.gate(gate, row));
      }
      return builder.finish();
    } catch (BondsTooLargeException e) {
      throw InsufficientMemoryException.ofBonds(plan.qubits(), e.bond(), e.bytes(), heapBytes);
    }
  }

  @Override
  public int parallelism(int shots) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, heapBytes / (3 * estimatedBytes)));
  }

  @Override
  public ExactEngine exact(ClassicalRegister register) {
    return tables.isPresent()
        ? tables.get().exact(register)
        : new MpsExact(this, new RegisterSites(plan, line, register), register);
  }

  @Override
  public RegisterOutcomes outcomes(ClassicalRegister register, double[] row) {
    return new MpsOutcomes(state(row), new RegisterSites(plan, line, register));
  }

  @Override
  public Approximation approximation(double[] row) {
    Truncation truncation = state(row).truncation();
    return new Approximation(truncation.discardedWeight(), truncation.errorBound());
  }

  /** An exact engine that has gradients. */
  ExactEngine sweep(ClassicalRegister register) {
    if (maxBond.isPresent()) {
      throw new UnsupportedProgramException(
          "there are no exact gradients of a state with a largest bond; leave out --max-bond, or"
              + " take gradients by shots");
    }
    Engine whole =
        StateVectorKind.takes(plan)
            ? new StateVectorEngine(plan, 1, heapBytes)
            : new ReferenceEngine(plan, heapBytes);
    return whole.exact(register);
  }
}

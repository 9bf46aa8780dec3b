package io.qhyper.sim;

import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulates Pauli noise by frames, on a noise-free engine: shots whose errors flip the same angles
 * are drawn together from the noise-free circuit with those angles flipped, then their bits are
 * flipped as their errors say.
 */
final class FrameEngine implements NoisyEngine {
  private static final long HASH = 0x9E37_79B9_7F4A_7C15L; // odd, of mixed bits

  private final FrameProgram program;
  private final Engine engine;
  private final FrameDraw errors;
  private final Readings readings;
  private final int inputWords;
  private final int stride;

  /**
   * An engine for a program in frames.
   *
   * @param engine runs the noise-free circuit
   */
  FrameEngine(FrameProgram program, Engine engine, List<TailStep.Misread> misreads) {
    this.program = program;
    this.engine = engine;
    this.errors = new FrameDraw(program.errors());
    this.readings = new Readings(misreads);
    this.inputWords = FrameEffects.words(program.angles().size());
    this.stride = BitString.wordsFor(program.circuit().bits());
  }

  /** The angles that an error flips, as a key; shares the array of the effect. */
  @SuppressWarnings("ArrayRecordComponent") // has its own equals
  private record Pattern(long[] effect, int length) {
    double[] flip(double[] row) {
      double[] flipped = row.clone();
      for (int word = 0; word < length; word++) {
        for (long rest = effect[word]; rest != 0; rest &= rest - 1) {
          int input = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
          flipped[input] = -flipped[input];
        }
      }
      return flipped;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Pattern pattern
          && Arrays.equals(effect, 0, length, pattern.effect, 0, pattern.length);
    }

    @Override
    public int hashCode() {
      long hash = 0;
      for (int word = 0; word < length; word++) {
        hash = (hash ^ effect[word]) * HASH;
      }
      return Long.hashCode(hash);
    }
  }

  @Override
  public long[] shots(double[] row, int shots, StreamKey key) {
    long[] words = new long[Math.multiplyExact(shots, stride)];
    double[] inputs = program.row(row);
    RowVariants variants = engine.variants(inputs);
    for (int from = 0; from < shots; from += ShotRequest.BLOCK) {
      UniformRandomProvider random = key.withBlock(key.block() + from / ShotRequest.BLOCK).open();
      int count = Math.min(ShotRequest.BLOCK, shots - from);
      draw(inputs, variants, count, key, random, words, from * stride);
      readings.misread(random, count, words, from * stride, stride);
    }
    return words;
  }

  private void draw(
      double[] inputs,
      RowVariants variants,
      int shots,
      StreamKey key,
      UniformRandomProvider random,
      long[] words,
      int offset) {
    long[][] effects = new long[shots][inputWords + stride];
    errors.draw(random, effects);
    Map<Pattern, List<Integer>> groups = new LinkedHashMap<>();
    for (int shot = 0; shot < shots; shot++) {
      Pattern pattern = new Pattern(effects[shot], inputWords);
      groups.computeIfAbsent(pattern, missing -> new ArrayList<>()).add(shot);
    }
    groups.forEach(
        (pattern, members) -> {
          // A stream of its own for every group, off the block's stream.
          StreamKey group = StreamKey.of(random.nextLong(), key.purpose());
          long[] drawn = variants.shots(pattern.flip(inputs), members.size(), group);
          for (int member = 0; member < members.size(); member++) {
            int shot = members.get(member);
            for (int word = 0; word < stride; word++) {
              words[offset + shot * stride + word] =
                  drawn[member * stride + word] ^ effects[shot][inputWords + word];
            }
          }
        });
  }

  @Override
  public int parallelism(int shots) {
    return engine.parallelism(shots);
  }

  /**
   * The mean without errors with its exact weight, plus that of random errors, at least one, with
   * theirs: so all the chance is spent on circuits that do have errors.
   */
  @Override
  public double[] losses(
      ClassicalRegister register, double[] row, double[] loss, int samples, StreamKey key) {
    UniformRandomProvider random = key.open();
    ExactEngine exact = engine.exact(register);
    double[] inputs = program.row(row);
    double[] read = readings.meanRead(register.offset(), register.width(), loss);
    double errorFree = errors.errorFree();
    double ideal = exact.expectation(inputs, read);
    double[] values = new double[errorFree == 1 ? 1 : samples];
    if (errorFree == 1) {
      values[0] = ideal;
      return values;
    }
    Map<List<Long>, Double> known = new HashMap<>();
    for (int sample = 0; sample < samples; sample++) {
      long[] effect = new long[inputWords + stride];
      errors.drawErroneous(random, effect);
      double erroneous =
          known.computeIfAbsent(
              Arrays.stream(effect).boxed().toList(),
              missing ->
                  exact.expectation(
                      new Pattern(effect, inputWords).flip(inputs),
                      flipped(read, mask(effect, register))));
      values[sample] = errorFree * ideal + (1 - errorFree) * erroneous;
    }
    return values;
  }

  private int mask(long[] effect, ClassicalRegister register) {
    long[] bits = Arrays.copyOfRange(effect, inputWords, effect.length);
    return RegisterMaps.value(bits, 0, register);
  }

  /** The loss of what is read where the bits of a mask are flipped. */
  private static double[] flipped(double[] loss, int mask) {
    if (mask == 0) {
      return loss;
    }
    double[] permuted = new double[loss.length];
    for (int i = 0; i < loss.length; i++) {
      permuted[i] = loss[i ^ mask];
    }
    return permuted;
  }

  /** Refused: what frames give has a standard error. */
  @Override
  public ExactEngine exact(ClassicalRegister register) {
    throw new UnsupportedProgramException(
        "noise by frames gives estimates, no exact distribution of register "
            + register.name()
            + ": run it by shots, or by the density matrix for few qubits");
  }
}

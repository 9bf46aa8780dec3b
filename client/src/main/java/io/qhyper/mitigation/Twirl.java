package io.qhyper.mitigation;

import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.qasm.QasmReader;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Twirled readout: qubits are flipped at random before they are measured and what is read is
 * flipped back, so that 0 and 1 are misread equally often (van den Berg et al., Phys. Rev. A 105,
 * 032620).
 *
 * <p>Every measured bit gets a rotation rx(0) or rx(π) by an input of its own. Each row of a
 * request becomes {@link #PATTERNS} rows of as many shots in all: random patterns, each followed by
 * its complement, so that every bit is flipped in exactly half of the shots. The patterns come from
 * the stream (seed, {@link Purpose#TWIRL}, iteration, circuit + row, code of the request's
 * purpose). On average over the patterns, the bits' errors stay independent, with the rate (p(1|0)
 * + p(0|1))/2 in both directions.
 */
public final class Twirl {
  /** Rows that take the place of one. */
  public static final int PATTERNS = 4;

  private Twirl() {}

  /** A program whose measured qubits can be flipped; the new inputs come last, one a bit. */
  public static Circuit program(Circuit circuit) {
    List<Parameter> flips = new ArrayList<>();
    for (int bit = 0; bit < circuit.bits(); bit++) {
      flips.add(new Parameter("twirl_" + bit));
    }
    List<Instruction> steps = new ArrayList<>();
    for (Instruction step : circuit.instructions()) {
      if (step instanceof Measure measure) {
        Angle angle = Angle.of(flips.get(measure.bit()));
        steps.add(GateCall.of(GateName.RX, List.of(angle), measure.qubit()));
      }
      steps.add(step);
    }
    List<Parameter> inputs = new ArrayList<>(circuit.parameters());
    inputs.addAll(flips);
    return new Circuit(circuit.labels(), circuit.qubits(), circuit.registers(), inputs, steps);
  }

  /**
   * Refuses shots that the patterns cannot share evenly.
   *
   * @throws IllegalArgumentException if they are no multiple of {@link #PATTERNS}
   */
  public static void requireEven(String what, int shots) {
    if (shots % PATTERNS != 0) {
      throw new IllegalArgumentException(
          "twirled readout deals the shots of a circuit out to %d patterns: %s must be a multiple of it, got %d"
              .formatted(PATTERNS, what, shots));
    }
  }

  /** The request with its rows twirled. */
  static JobRequest request(JobRequest plain) {
    requireEven("shots", plain.shots());
    Circuit circuit = QasmReader.read(plain.program());
    List<double[]> rows = new ArrayList<>();
    for (int row = 0; row < plain.rows().size(); row++) {
      double[] inputs = plain.rows().get(row);
      for (boolean[] flips : patterns(plain.stream(), row, circuit.bits())) {
        double[] twirled = Arrays.copyOf(inputs, inputs.length + flips.length);
        for (int bit = 0; bit < flips.length; bit++) {
          twirled[inputs.length + bit] = flips[bit] ? Math.PI : 0;
        }
        rows.add(twirled);
      }
    }
    return new JobRequest(
        Qasm3Writer.write(program(circuit)), rows, plain.shots() / PATTERNS, plain.stream());
  }

  private static List<boolean[]> patterns(StreamKey stream, int row, int bits) {
    UniformRandomProvider random =
        new StreamKey(
                stream.seed(),
                Purpose.TWIRL,
                stream.iteration(),
                stream.circuit() + row,
                stream.purpose().code())
            .open();
    List<boolean[]> patterns = new ArrayList<>();
    for (int pair = 0; pair < PATTERNS / 2; pair++) {
      boolean[] flips = new boolean[bits];
      boolean[] complement = new boolean[bits];
      for (int bit = 0; bit < bits; bit++) {
        flips[bit] = random.nextBoolean();
        complement[bit] = !flips[bit];
      }
      patterns.add(flips);
      patterns.add(complement);
    }
    return patterns;
  }

  /** What the plain request would have got: flipped back, one row for all its patterns. */
  static JobResult result(JobRequest plain, JobResult twirled) {
    List<ClassicalRegister> registers = QasmReader.read(plain.program()).registers();
    int bits = registers.stream().mapToInt(ClassicalRegister::width).sum();
    List<Map<String, Counts>> rows = new ArrayList<>();
    for (int row = 0; row < plain.rows().size(); row++) {
      List<boolean[]> patterns = patterns(plain.stream(), row, bits);
      Map<String, Counts> merged = new LinkedHashMap<>();
      for (ClassicalRegister register : registers) {
        Map<BitString, Long> sums = new LinkedHashMap<>();
        List<Counts> read = twirled.register(register.name());
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
          add(sums, read.get(row * PATTERNS + pattern), mask(register, patterns.get(pattern)));
        }
        merged.put(register.name(), Counts.of(register.width(), sums));
      }
      rows.add(merged);
    }
    return new JobResult(rows);
  }

  private static long[] mask(ClassicalRegister register, boolean[] flips) {
    long[] mask = new long[BitString.wordsFor(register.width())];
    for (int bit = 0; bit < register.width(); bit++) {
      mask[bit >>> 6] |= (flips[register.offset() + bit] ? 1L : 0L) << bit;
    }
    return mask;
  }

  private static void add(Map<BitString, Long> sums, Counts counts, long[] mask) {
    for (int entry = 0; entry < counts.distinct(); entry++) {
      long[] words = new long[mask.length];
      for (int i = 0; i < words.length; i++) {
        words[i] = counts.word(entry, i) ^ mask[i];
      }
      sums.merge(BitString.ofWords(counts.width(), words), counts.count(entry), Long::sum);
    }
  }
}

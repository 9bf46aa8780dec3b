package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Instruction;
import io.qhyper.qasm.QasmReader;
import io.qhyper.sim.noise.StepLengths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the slowest way: moving steps one by one to a later time until none can move. */
class LateScheduleTest {
  private static final int QUBITS = 4;
  private static final StepLengths LENGTHS =
      new StepLengths(
          Map.of("x", 3.0, "h", 1.0, "cx", 5.0, "cz", 2.0, "measure", 7.0),
          Map.of(),
          OptionalDouble.empty());

  private static List<Instruction> steps(SplittableRandom random, int count) {
    StringBuilder text = new StringBuilder("OPENQASM 3.0; include \"stdgates.inc\"; ");
    text.append("qubit[4] q; bit[4] c; ");
    for (int i = 0; i < count; i++) {
      int a = random.nextInt(QUBITS);
      int b = (a + 1 + random.nextInt(QUBITS - 1)) % QUBITS;
      text.append(
          switch (random.nextInt(8)) {
            case 0, 1 -> "x q[%d]; ".formatted(a);
            case 2 -> "h q[%d]; ".formatted(a);
            case 3 -> "cx q[%d], q[%d]; ".formatted(a, b);
            case 4 -> "cz q[%d], q[%d]; ".formatted(a, b);
            case 5 -> "barrier q[%d], q[%d]; ".formatted(a, b);
            case 6 -> "delay[4s] q[%d]; ".formatted(a);
            default -> "c[%d] = measure q[%d]; ".formatted(a, b);
          });
    }
    return QasmReader.read(text.toString()).instructions();
  }

  private static double length(Instruction step) {
    return LateSchedule.of(List.of(step), LENGTHS).length();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void nothingCouldBeginLater(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int repetition = 0; repetition < 40; repetition++) {
      List<Instruction> steps = steps(random, 12);
      List<Double> begins = moved(steps);

      LateSchedule schedule = LateSchedule.of(steps, LENGTHS);

      assertThat(schedule.length()).isCloseTo(Collections.max(begins), within(1e-9));
      for (int i = 0; i < steps.size(); i++) {
        LateSchedule.Times times = schedule.times().get(i);
        assertThat(times.begin())
            .as("step %d of %s", i, steps)
            .isCloseTo(begins.get(i), within(1e-9));
        assertThat(times.begin() - times.end()).isCloseTo(length(steps.get(i)), within(1e-9));
      }
    }
  }

  /** When each step begins, before the end: all too late at first, then moved to be earlier. */
  private static List<Double> moved(List<Instruction> steps) {
    List<Double> begins = new ArrayList<>();
    steps.forEach(step -> begins.add(length(step)));
    boolean hasMoved = true;
    while (hasMoved) {
      hasMoved = false;
      for (int i = 0; i < steps.size(); i++) {
        for (int j = i + 1; j < steps.size(); j++) {
          double needed = begins.get(j) + length(steps.get(i));
          boolean meet = !Collections.disjoint(steps.get(i).qubits(), steps.get(j).qubits());
          if (meet && begins.get(i) < needed) {
            begins.set(i, needed);
            hasMoved = true;
          }
        }
      }
    }
    return begins;
  }
}

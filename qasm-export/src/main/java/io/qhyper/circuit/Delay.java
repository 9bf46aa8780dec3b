package io.qhyper.circuit;

import java.util.List;

/**
 * Lets a qubit idle.
 *
 * @param duration how long; not negative
 * @param unit the unit of the duration
 */
public record Delay(double duration, TimeUnit unit, int qubit) implements Instruction {
  /** The units of time that OpenQASM 3 writes. */
  public enum TimeUnit {
    /** The device's own sample time. */
    DT("dt"),
    NANOSECONDS("ns"),
    MICROSECONDS("us"),
    MILLISECONDS("ms"),
    SECONDS("s");

    private final String text;

    TimeUnit(String text) {
      this.text = text;
    }

    /** The unit as OpenQASM writes it. */
    public String text() {
      return text;
    }
  }

  public Delay {
    if (!(duration >= 0 && duration < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "duration of a delay must be finite and not negative, got " + duration);
    }
    duration += 0.0; // makes −0.0 equal to 0.0, as texts cannot tell them apart
  }

  @Override
  public List<Integer> qubits() {
    return List.of(qubit);
  }

  @Override
  public Delay mapped(Relabelling relabelling) {
    return new Delay(duration, unit, relabelling.qubits().applyAsInt(qubit));
  }
}

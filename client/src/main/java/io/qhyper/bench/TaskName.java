package io.qhyper.bench;

import io.qhyper.sim.EngineName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tasks that can be timed, by the names that the command line has for them. */
public enum TaskName {
  /** The probabilities of all 2^N bitstrings. */
  STATE(new StateTask(), List.of(10, 14, 17)),
  /** The state and 1,024 shots from it. */
  SAMPLE(new SampleTask(), List.of(10, 14, 17)),
  /** An expectation over all bitstrings with its derivatives by all live parameters. */
  GRADIENT(new GradientTask(), List.of(10, 14, 17)),
  /** All shifted circuits of one gradient, 1,024 shots each. */
  SHOTS_GRADIENT(new ShotsGradientTask(), List.of(10, 14)),
  /** 1,024 shots under the paper's noise. */
  NOISY(new NoisyTask(), List.of(10, 14)),
  /** As SAMPLE, for sizes whose amplitudes fit nowhere. */
  MPS(new SampleTask(), List.of(50, 100, 156)),
  /** The losses of all networks of a problem. */
  ENUMERATE(new EnumerateTask(), List.of(10, 14, 17)),
  /** The losses of 1,000 distinct networks. */
  LOSSES(new LossesTask(), List.of(14, 17));

  @SuppressWarnings("ImmutableEnumChecker") // tasks have no state
  private final Task<?> work;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Integer> defaultQubits;

  TaskName(Task<?> work, List<Integer> defaultQubits) {
    this.work = work;
    this.defaultQubits = defaultQubits;
  }

  /**
   * The task of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TaskName named(String name) {
    return Arrays.stream(values())
        .filter(task -> task.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a task is one of " + Arrays.toString(values()) + ", got '" + name + "'"));
  }

  Task<?> work() {
    return work;
  }

  List<Integer> defaultQubits() {
    return defaultQubits;
  }

  /** What is compared with the reference unless the user says. */
  EngineName defaultEngine() {
    return this == MPS ? EngineName.MPS : EngineName.AUTO;
  }

  /** Whether the task runs a circuit, and so has layers. */
  boolean hasCircuit() {
    return this != ENUMERATE && this != LOSSES;
  }

  /** The name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

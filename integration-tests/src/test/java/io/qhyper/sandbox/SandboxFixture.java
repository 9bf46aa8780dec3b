package io.qhyper.sandbox;

import io.qhyper.sandbox.SandboxSettings.Limits;
import io.qhyper.sandbox.SandboxSettings.Pace;
import io.qhyper.sandbox.SandboxSettings.Plan;
import io.qhyper.sandbox.SandboxSettings.RetryHint;
import io.qhyper.support.VirtualClock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Sandboxes by a clock that the test moves, and bodies of jobs. */
final class SandboxFixture {
  /** Two registers; x on the first bit, a coin on the second, nothing on the third. */
  static final String PROGRAM =
      "OPENQASM 3.0; include \\\"stdgates.inc\\\"; bit[2] c; bit[1] d; x $0; sx $1;"
          + " c[0] = measure $0; c[1] = measure $1; d[0] = measure $2;";

  static final String INPUTS =
      "OPENQASM 3.0; include \\\"stdgates.inc\\\"; input float[64] zeta; input float[64] alpha;"
          + " bit[2] c; rx(zeta) $0; rx(alpha) $1; c[0] = measure $0; c[1] = measure $1;";

  private SandboxFixture() {}

  /** Three seconds of queue, a real pace, and lags of one, two and four seconds. */
  static SandboxSettings slow() {
    return SandboxSettings.DEFAULT.withPace(
        new Pace(
            Duration.ofSeconds(3),
            1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ZERO,
            Duration.ofSeconds(4)));
  }

  static SandboxSettings limited(RetryHint hint, Plan plan) {
    return SandboxSettings.DEFAULT.withLimits(
        new Limits(OptionalInt.of(2), hint, plan, OptionalLong.empty(), 10_000_000));
  }

  static Sandbox start(SandboxSettings settings, VirtualClock clock) {
    return Sandbox.start(settings, clock);
  }

  /** A job of one program. */
  static String job(String text, String values, int shots) {
    return job("sandbox_heron", "[[\"" + text + "\"," + values + "," + shots + "]]", "");
  }

  /** A job with programs, and more keys at the top. */
  static String job(String device, String pubs, String more) {
    return "{\"program_id\":\"sampler\",\"backend\":\""
        + device
        + "\""
        + more
        + ",\"params\":{\"pubs\":"
        + pubs
        + ",\"version\":2,\"support_qiskit\":false}}";
  }
}

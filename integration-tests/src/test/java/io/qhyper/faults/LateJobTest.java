package io.qhyper.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.sandbox.CallKind;
import io.qhyper.sandbox.Received;
import io.qhyper.sandbox.SandboxSettings;
import io.qhyper.sandbox.SandboxSettings.Pace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A service that does not know a job by its id for a moment after it has taken it. */
class LateJobTest extends FaultyStack {
  private static final Duration MOMENT = Duration.ofMillis(150);

  @Override
  SandboxSettings settings() {
    Duration none = Duration.ZERO;
    return SandboxSettings.DEFAULT.withPace(new Pace(none, 0, none, none, MOMENT, none));
  }

  @Test
  void jobThatWasTakenIsWaitedForUntilItShows() {
    assertDone(run());

    assertThat(sandbox().received(CallKind.JOB))
        .extracting(Received::status)
        .startsWith(404)
        .contains(200)
        .containsOnly(404, 200);
    assertSubmissions(1);
  }
}

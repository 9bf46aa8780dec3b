package io.qhyper.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.cli.CommandLineInProcess;
import io.qhyper.cli.CommandLineInProcess.Outcome;
import io.qhyper.sandbox.CallFault;
import io.qhyper.sandbox.CallKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A command that keeps no run did not come to its end, and is given again. */
class RepeatedCommandTest extends FaultyStack {
  private static final String HIDDEN = "{\"jobs\":[],\"count\":0}";

  /** Each look at it is ten seconds later than the last. */
  private static final class HastyClock extends Clock {
    private final AtomicLong looks = new AtomicLong();
    private final Instant start = Instant.now();

    @Override
    public Instant instant() {
      return start.plusSeconds(10 * looks.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void jobIsFetchedThatTheFirstCommandCouldNotFetch() {
    sandbox().faults().onNext(CallKind.RESULTS, CallFault.Instead.html(403));
    assertFailed(run(), 1, "HTML page");

    Outcome again = run();

    assertDone(again);
    assertThat(again.err()).contains("never fetched, is fetched now; none is sent");
    assertSubmissions(1);
  }

  @Test
  void jobIsFoundOfWhichTheFirstCommandDidNotKnow() {
    sandbox().faults().onEvery(CallKind.JOBS, CallFault.Instead.json(HIDDEN));
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.ResetAfter());
    assertFailed(run(), 1, "it is not known whether IBM Quantum took the job");

    sandbox().faults().clear();
    assertDone(run());
    assertSubmissions(1);
  }

  @Test
  void jobThatTurnsUpAfterAnotherWasSentIsStopped() {
    sandbox().faults().onEvery(CallKind.JOBS, CallFault.Instead.json(HIDDEN));
    sandbox().faults().onEvery(CallKind.RESULTS, CallFault.Instead.html(403));
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.ResetAfter());
    assertFailed(run("--resubmit-uncertain"), 2, "HTML page");

    sandbox().faults().clear();
    Outcome again = run();

    assertCounts(again);
    assertThat(again.err()).contains("turned up late");
    assertSubmissions(2);
    assertThat(sandbox().received(CallKind.CANCEL)).hasSize(1);
  }

  @Test
  void commandThatGaveItsResultMeasuresAnew() {
    assertDone(run());

    assertCounts(run());
    assertAccepted(2);
  }

  @Test
  void anotherSeedOrOtherOptionsAreAnotherJob() {
    sandbox().faults().onEvery(CallKind.RESULTS, CallFault.Instead.html(403));
    assertFailed(run(), 1, "HTML page");
    assertFailed(run("--seed", "7"), 2, "HTML page");
    assertFailed(run("--rep-delay", "100"), 3, "HTML page");
  }

  @Test
  void deletedJobIsSentAgainOnlyWhenTheUserSaysSo() {
    sandbox().faults().onNext(CallKind.RESULTS, CallFault.Instead.html(403));
    assertFailed(run(), 1, "HTML page");
    String id = sandbox().accepted().get(0).id();
    String endpoint = sandbox().address().toString();
    CommandLineInProcess.run(
        Clock.systemUTC(), "jobs", "delete", id, "--endpoint", endpoint, "--quiet");
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    assertFailed(runAt(sandbox().address(), new HastyClock()), 0, id, "--resubmit-lost");
    assertSubmissions(1);
    assertDone(runAt(sandbox().address(), later, "--resubmit-lost"));
    assertSubmissions(2);
  }
}

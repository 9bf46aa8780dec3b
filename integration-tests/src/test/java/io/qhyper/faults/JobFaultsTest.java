package io.qhyper.faults;

import io.qhyper.sandbox.CallFault;
import io.qhyper.sandbox.CallKind;
import io.qhyper.sandbox.JobFate;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Jobs that end otherwise than they should, by a clock of the service that is an hour off. */
class JobFaultsTest extends FaultyStack {
  @Override
  Clock serviceClock() {
    return Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
  }

  @Test
  void clocksThatDiffer() {
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.ResetAfter());

    assertDone(run());
  }

  @Test
  void failedJob() {
    sandbox()
        .faults()
        .onNextJob(
            JobFate.ends(new JobFate.Fails(5203, "The job failed to run.", "Call support.")));

    assertFailed(run(), 1, "The job failed to run.", "Call support.", "5203");
    assertSubmissions(1);
  }

  @Test
  void jobThatSomebodyCancelled() {
    sandbox().faults().onNextJob(JobFate.ends(new JobFate.IsCancelled()));

    assertFailed(run(), 1, "was cancelled");
  }

  @Test
  void jobThatRanTooLong() {
    sandbox().faults().onNextJob(JobFate.ends(new JobFate.RunsTooLong()));

    assertFailed(run(), 1, "it ran longer than its cost cap allows", "1305");
  }

  @Test
  void resultThatComesLate() {
    sandbox().faults().onNextJob(JobFate.resultLate(Duration.ofMillis(15)));

    assertDone(run());
  }

  @Test
  void resultThatNeverComes() {
    sandbox().faults().onNextJob(JobFate.resultLate(Duration.ofDays(1)));

    assertFailed(run(), 1, "is completed, but its result is not there yet");
  }

  @Test
  void emptyResult() {
    sandbox().faults().onNextJob(JobFate.resultEmpty());

    assertFailed(run(), 1, "is completed, but its result is not there yet");
  }

  @Test
  void tooFewShots() {
    sandbox().faults().onNextJob(JobFate.resultOfShots(49));

    assertFailed(run(), 1, "should have 1 × 50 shots, got 49");
  }

  @Test
  void wrongWidth() {
    sandbox().faults().onNextJob(JobFate.resultOfWidth(3));

    assertFailed(run(), 1, "should have 2 bits, got 3");
  }
}

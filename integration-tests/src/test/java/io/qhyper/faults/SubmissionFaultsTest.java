package io.qhyper.faults;

import io.qhyper.cli.CommandLineInProcess.Outcome;
import io.qhyper.sandbox.CallFault;
import io.qhyper.sandbox.CallKind;
import io.qhyper.sandbox.SandboxSettings.RetryHint;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trouble on the way to a job: whatever happens, there is one job or none. */
class SubmissionFaultsTest extends FaultyStack {
  @Test
  void connectionRefused() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    Outcome outcome = runAt(URI.create("http://127.0.0.1:" + free));

    assertFailed(outcome, 0, "no answer from IBM Quantum (127.0.0.1)");
  }

  @Test
  void resetBeforeTheServiceSawTheJob() {
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.ResetBefore());

    assertFailed(run(), 0, "it is not known whether IBM Quantum took the job", "qhyper-");
    assertSubmissions(1);
  }

  @Test
  void resetBeforeTheServiceSawTheJobAndTheUserWantsItSentAgain() {
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.ResetBefore());

    assertDone(run("--resubmit-uncertain"));
    assertSubmissions(2);
  }

  @ParameterizedTest
  @EnumSource
  void resetOnTheWayOfTheJob(CutWire.Where where) throws Exception {
    try (CutWire wire = new CutWire(sandbox().address().getPort(), where)) {
      assertFailed(runAt(wire.address()), 0, "it is not known whether IBM Quantum took the job");
    }
    assertSubmissions(0);
  }

  @Test
  void resetAfterTheServiceTookTheJob() {
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.ResetAfter());

    assertDone(run());
    assertSubmissions(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 520, 521, 522, 524})
  void errorAfterTheServiceTookTheJob(int status) {
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.LostAnswer(status));

    assertDone(run());
    assertSubmissions(1);
  }

  @Test
  void halfAnAnswerAfterTheServiceTookTheJob() {
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.HalfAnswer());

    assertDone(run());
    assertSubmissions(1);
  }

  @ParameterizedTest
  @EnumSource
  void tooManyRequests(RetryHint hint) {
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.TooMany(hint, Duration.ZERO));

    assertDone(run());
    assertSubmissions(2);
  }

  @Test
  void pageOfTheNetworkInFrontOfTheService() {
    sandbox().faults().onEvery(CallKind.SUBMIT, CallFault.Instead.html(403));

    assertFailed(run(), 0, "HTML page titled 'Attention Required!'", "403");
    assertSubmissions(1);
  }

  @Test
  void quotaReached() {
    sandbox().faults().onEvery(CallKind.SUBMIT, new CallFault.QuotaReached());

    assertFailed(run(), 0, "usage limit");
    assertSubmissions(1);
  }

  @Test
  void tokenEndsBeforeTheJobIsSent() {
    sandbox().faults().onNext(CallKind.SUBMIT, new CallFault.TokensEnd());

    assertDone(run());
    assertSubmissions(2);
  }
}

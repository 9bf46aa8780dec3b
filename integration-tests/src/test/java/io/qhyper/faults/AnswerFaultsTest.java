package io.qhyper.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.sandbox.CallFault;
import io.qhyper.sandbox.CallKind;
import io.qhyper.sandbox.SandboxSettings.RetryHint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trouble with the answers to calls that may be repeated. */
class AnswerFaultsTest extends FaultyStack {
  private static final List<CallKind> READING =
      List.of(
          CallKind.TOKEN,
          CallKind.DEVICE_STATUS,
          CallKind.CONFIGURATION,
          CallKind.PROPERTIES,
          CallKind.JOB,
          CallKind.RESULTS);

  private void onEachOnce(CallFault fault) {
    READING.forEach(kind -> sandbox().faults().onNext(kind, fault));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 520, 521, 522, 524})
  void errorOfTheServiceOnEveryKindOfCall(int status) {
    onEachOnce(CallFault.Instead.error(status));

    assertDone(run());
    assertSubmissions(1);
  }

  @ParameterizedTest
  @EnumSource
  void tooManyRequestsOnEveryKindOfCall(RetryHint hint) {
    onEachOnce(new CallFault.TooMany(hint, Duration.ZERO));

    assertDone(run());
  }

  @Test
  void resetOnEveryKindOfCall() {
    onEachOnce(new CallFault.ResetAfter());

    assertDone(run());
  }

  @Test
  void lastingErrorIsToldInTheEnd() {
    sandbox().faults().onEvery(CallKind.CONFIGURATION, CallFault.Instead.error(503));

    assertFailed(run(), 0, "503", "Made-up trouble");
    assertThat(sandbox().received(CallKind.CONFIGURATION)).hasSizeBetween(2, 5);
  }

  @Test
  void tokenEndsAfterTheJobWasSent() {
    sandbox().faults().on(Set.of(CallKind.JOB, CallKind.RESULTS), 0, 1, new CallFault.TokensEnd());

    assertDone(run());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"text\"", "{\"results\":7}", "{}", "{\"results\":[7]}"})
  void resultOfTheWrongType(String body) {
    sandbox().faults().onEvery(CallKind.RESULTS, CallFault.Instead.json(body));

    assertFailed(run(), 1, "the result");
    assertSubmissions(1);
  }

  @Test
  void truncatedResult() {
    sandbox().faults().onEvery(CallKind.RESULTS, new CallFault.HalfAnswer());

    assertFailed(run(), 1, "result");
    assertSubmissions(1);
  }

  @Test
  void deeplyNestedAnswer() {
    sandbox().faults().onEvery(CallKind.CONFIGURATION, new CallFault.DeepAnswer(1_000_000));

    assertFailed(run(), 0, "/backends/sandbox_heron/configuration");
  }

  @Test
  void oversizedAnswer() {
    sandbox().faults().onEvery(CallKind.DEVICE_STATUS, new CallFault.HugeAnswer(65L << 20));

    assertFailed(run(), 0, "67108864 bytes");
  }

  @Test
  void slowAnswer() {
    sandbox().faults().onNext(CallKind.RESULTS, new CallFault.SlowAnswer(Duration.ofMillis(200)));

    assertDone(run());
  }
}

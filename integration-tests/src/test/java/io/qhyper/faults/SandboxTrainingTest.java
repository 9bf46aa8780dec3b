package io.qhyper.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.cli.CommandLineInProcess;
import io.qhyper.cli.CommandLineInProcess.Outcome;
import io.qhyper.sandbox.AcceptedJob;
import io.qhyper.sandbox.CallFault;
import io.qhyper.sandbox.CallKind;
import io.qhyper.sandbox.Sandbox;
import io.qhyper.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training against a sandbox: what a fault costs, and that a fresh sandbox repeats it. */
class SandboxTrainingTest {
  @TempDir private Path folder;

  private static Outcome command(Sandbox sandbox, String line) {
    return CommandLineInProcess.run(
        Clock.systemUTC(),
        (line
                + " --poll-seconds 0.005 --submissions-per-minute 100000 --endpoint "
                + sandbox.address())
            .split(" "));
  }

  /** Starts to train for three steps. */
  private Outcome begin(Sandbox sandbox, String name, String more) {
    return command(
        sandbox,
        "train --problem gaussians --optimizer spsa --iterations 3 --layers 1 --shots 64"
            + " --loss-shots 64 --confirm-shots 64 --mode batch --backend ibm:sandbox_heron --run "
            + folder.resolve(name)
            + more);
  }

  private List<String> train(Sandbox sandbox, String name) throws IOException {
    Outcome outcome = begin(sandbox, name, "");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return metrics(name);
  }

  /** Without the last column, the seconds. */
  private List<String> metrics(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name).resolve("metrics.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  private static Sandbox sandbox(long seed) {
    return Sandbox.start(SandboxSettings.DEFAULT.withSeed(seed), Clock.systemUTC());
  }

  @Test
  void freshSandboxOfTheSameSeedRepeatsARunAndAnotherSeedDoesNot() throws IOException {
    try (Sandbox first = sandbox(3);
        Sandbox second = sandbox(3);
        Sandbox other = sandbox(4)) {
      List<String> metrics = train(first, "first");

      assertThat(metrics).hasSizeGreaterThan(3);
      assertThat(train(second, "second")).isEqualTo(metrics);
      assertThat(train(other, "other")).isNotEqualTo(metrics);
    }
  }

  @Test
  void twirledRunThatRunsOutOfSecondsBetweenStepsGoesOnAsIfItHadNot() throws IOException {
    String twirl = " --mitigation twirl --calibration-shots 64";
    try (Sandbox calm = sandbox(3);
        Sandbox broken = sandbox(3)) {
      Outcome whole = begin(calm, "whole", twirl);
      Outcome first = begin(broken, "broken", twirl + " --max-qpu-seconds 9");
      List<String> before = metrics("broken");
      int sent = broken.accepted().size();
      Outcome second =
          command(broken, "resume " + folder.resolve("broken") + " --max-qpu-seconds 1000");

      assertThat(whole.exitCode()).as(whole.err()).isZero();
      assertThat(first.err()).contains("--max-qpu-seconds 9", "qhyper resume");
      assertThat(before).hasSizeBetween(2, 3); // the head, and some of the three steps
      assertThat(second.exitCode()).as(second.err()).isZero();
      assertThat(metrics("broken")).isEqualTo(metrics("whole"));
      assertThat(folder.resolve("broken").resolve("parameters.json"))
          .hasSameTextualContentAs(folder.resolve("whole").resolve("parameters.json"));
      assertThat(sent).isBetween(2, calm.accepted().size() - 1);
      assertThat(broken.accepted()).hasSameSizeAs(calm.accepted());
    }
  }

  @Test
  void sessionThatClosesAndAnswersThatAreLostChangeNothing() throws IOException {
    try (Sandbox calm = sandbox(3);
        Sandbox rough = sandbox(3)) {
      rough.faults().on(Set.of(CallKind.SUBMIT), 1, 1, new CallFault.SessionsClose());
      rough.faults().on(Set.of(CallKind.SUBMIT), 2, 1, new CallFault.ResetAfter());
      rough.faults().on(Set.of(CallKind.JOB), 1, 1, CallFault.Instead.error(502));
      rough.faults().on(Set.of(CallKind.RESULTS), 1, 1, new CallFault.TokensEnd());

      assertThat(train(rough, "rough")).isEqualTo(train(calm, "calm"));

      assertThat(rough.accepted()).hasSameSizeAs(calm.accepted());
      assertThat(rough.accepted()).extracting(AcceptedJob::state).containsOnly("Completed");
      assertThat(rough.received(CallKind.SUBMIT)).hasSize(calm.accepted().size() + 1);
      assertThat(rough.received(CallKind.OPEN_SESSION)).hasSize(2);
    }
  }
}

package io.qhyper.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.cli.CommandLineInProcess;
import io.qhyper.cli.CommandLineInProcess.Outcome;
import io.qhyper.sandbox.CallKind;
import io.qhyper.sandbox.Sandbox;
import io.qhyper.sandbox.SandboxSettings;
import io.qhyper.sandbox.SandboxSettings.Limits;
import io.qhyper.sandbox.SandboxSettings.Plan;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on an instance of the Open Plan, which has no dedicated sessions. */
class OpenPlanTest {
  @TempDir private Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    Limits usual = SandboxSettings.DEFAULT.limits();
    sandbox =
        Sandbox.start(
            SandboxSettings.DEFAULT.withLimits(
                new Limits(
                    usual.submissionsPerMinute(),
                    usual.retryHint(),
                    Plan.OPEN,
                    usual.usageSeconds(),
                    usual.executions())),
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Outcome train(String mode) {
    String line =
        "train --problem gaussians --layers 1 --optimizer spsa --iterations 1 --shots 16"
            + " --poll-seconds 0.002 --submissions-per-minute 100000 --quiet"
            + " --backend ibm:sandbox_heron --endpoint "
            + sandbox.address()
            + " --run "
            + folder.resolve(mode)
            + " --mode "
            + mode;
    return CommandLineInProcess.run(Clock.systemUTC(), line.split(" "));
  }

  @Test
  void sessionIsRefusedInOneLineBeforeAnythingIsSent() {
    Outcome outcome = train("session");

    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().filter(line -> !line.startsWith("run folder")))
        .singleElement()
        .asString()
        .contains("Open Plan", "--mode batch");
    assertThat(sandbox.received(CallKind.OPEN_SESSION)).hasSize(1);
    assertThat(sandbox.received(CallKind.SUBMIT)).isEmpty();
    assertThat(sandbox.accepted()).isEmpty();
  }

  @Test
  void batchIsAllowed() {
    assertThat(train("batch").exitCode()).isZero();

    assertThat(sandbox.accepted()).isNotEmpty();
  }
}

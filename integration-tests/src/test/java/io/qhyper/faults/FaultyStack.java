package io.qhyper.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.cli.CommandLineInProcess;
import io.qhyper.cli.CommandLineInProcess.Outcome;
import io.qhyper.sandbox.CallKind;
import io.qhyper.sandbox.Sandbox;
import io.qhyper.sandbox.SandboxSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code run} on a small program, all the way to a sandbox and back. */
abstract class FaultyStack {
  private static final String BELL =
      """
      OPENQASM 3.0;
      include "stdgates.inc";
      qubit[2] q;
      bit[2] c;
      h q[0];
      cx q[0], q[1];
      c = measure q;
      """;

  @TempDir private Path folder;
  private Sandbox sandbox;

  /** What the sandbox models. */
  SandboxSettings settings() {
    return SandboxSettings.DEFAULT;
  }

  /** The time of the sandbox. */
  Clock serviceClock() {
    return Clock.systemUTC();
  }

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.start(settings(), serviceClock());
    Files.writeString(folder.resolve("bell.qasm"), BELL);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Outcome run(String... more) {
    return runAt(sandbox.address(), more);
  }

  Outcome runAt(URI address, String... more) {
    return runAt(address, Clock.systemUTC(), more);
  }

  /** The same by another clock of the client. */
  Outcome runAt(URI address, Clock clock, String... more) {
    List<String> all =
        new ArrayList<>(List.of("run", folder.resolve("bell.qasm").toString(), "--shots", "50"));
    all.addAll(List.of("--backend", "ibm:sandbox_heron", "--endpoint", address.toString()));
    all.addAll(List.of("--poll-seconds", "0.005", "--submissions-per-minute", "100000"));
    all.addAll(List.of("--uncertain-horizon", "0.3"));
    all.addAll(List.of(more));
    return CommandLineInProcess.run(clock, all.toArray(new String[0]));
  }

  /** The counts came, from one job that was accepted once. */
  void assertDone(Outcome outcome) {
    assertCounts(outcome);
    assertAccepted(1);
  }

  /** The counts came. */
  static void assertCounts(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("c[2], 50 shots").contains("00  ", "11  ");
  }

  /** The command failed with these words on its last line, and without a trace of a bug. */
  void assertFailed(Outcome outcome, int accepted, String... words) {
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    List<String> lines = outcome.err().lines().toList();
    assertThat(lines).allSatisfy(line -> assertThat(line).startsWith("qhyper: "));
    assertThat(lines.get(lines.size() - 1)).contains(words).doesNotContain("Exception", "a bug");
    assertAccepted(accepted);
  }

  void assertAccepted(int jobs) {
    assertThat(sandbox.accepted()).hasSize(jobs);
  }

  void assertSubmissions(int received) {
    assertThat(sandbox.received(CallKind.SUBMIT)).hasSize(received);
  }
}

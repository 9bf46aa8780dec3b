package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstContactIT {
  @TempDir private Path folder;

  @Test
  void helpListsTheCommandsOnStdout() throws Exception {
    Outcome outcome = ProductProcess.in(folder).run("--help");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).startsWith("Usage: qhyper").contains("\n  export ");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void versionNamesProductAndJava() throws Exception {
    Outcome outcome = ProductProcess.in(folder).run("--version");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).matches("qhyper \\d+\\.\\d+\\.\\d+\\S*\\nJava \\d+.*\\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void unknownOptionIsOneLineAndExitCodeTwo() throws Exception {
    Outcome outcome = ProductProcess.in(folder).run("export", "--qubis", "3");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("qhyper: ").contains("'--qubis'").hasLineCount(1);
  }

  @Test
  void noArgumentsIsAUsageError() throws Exception {
    Outcome outcome = ProductProcess.in(folder).run();

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("qhyper: Missing command (see 'qhyper --help')\n");
  }

  @Test
  void argumentsPassUntouched() throws Exception {
    String odd = "a b  'c' \"d\" $HOME `e` *\\n ψ😀";

    Outcome outcome = ProductProcess.in(folder).run("export", "--format", odd);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("'" + odd + "'").hasLineCount(1);
  }

  @Test
  void argumentsPassUntouchedInThePosixLocale() throws Exception {
    Outcome outcome =
        ProductProcess.in(folder).with("LC_ALL", "POSIX").run("export", "--format", "ψ😀");

    assertThat(outcome.err()).contains("'ψ😀'");
  }

  @Test
  void fileOfArgumentsIsNotExpanded() throws Exception {
    Outcome outcome = ProductProcess.in(folder).run("@export");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("'@export'");
  }
}

package io.qhyper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.sandbox.Sandbox;
import io.qhyper.sandbox.SandboxSettings;
import io.qhyper.sandbox.SandboxSettings.Account;
import io.qhyper.secrets.SecretSearch;
import io.qhyper.secrets.TestSecrets;
import io.qhyper.support.ProductProcess;
import io.qhyper.support.ProductProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No API key and no token in anything that the product writes: run folders, stdout, stderr, HTTP
 * logs at their most talkative, messages of failures.
 */
class SecretsIT {
  private static final String QUICKLY =
      " --poll-seconds 0.002 --submissions-per-minute 100000 --backend ibm:sandbox_heron";

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private final List<String> printed = new ArrayList<>();
  private Sandbox sandbox;
  private Path keyFile;

  @BeforeEach
  void startSandbox() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxSettings.DEFAULT.withAccount(
                new Account(Optional.of(TestSecrets.KEY), Duration.ofHours(1))),
            Clock.systemUTC());
    keyFile = ownerOnly(TestSecrets.input(elsewhere, "key"), TestSecrets.KEY);
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
  }

  private static Path ownerOnly(Path file, String content) throws IOException {
    Files.writeString(file, content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private int run(String line, Path key) throws Exception {
    String account = " --endpoint " + sandbox.address() + " --api-key-file " + key;
    Outcome outcome =
        ProductProcess.in(folder)
            .with("QHYPER_HTTP_LOG", "debug")
            .with("XDG_CONFIG_HOME", folder.toString())
            .run((line + account).split(" "));
    printed.add(outcome.out());
    printed.add(outcome.err());
    return outcome.exitCode();
  }

  @Test
  void noKeyAndNoTokenInAnythingThatIsWritten() throws Exception {
    String train = "train --problem gaussians --layers 1 --optimizer spsa --iterations 2 --run ";
    assertThat(run(train + "good" + QUICKLY, keyFile)).isZero();
    assertThat(run("ibm probe --backend sandbox_heron", keyFile)).isZero();
    assertThat(run("backends list", keyFile)).isZero();
    assertThat(run("jobs list --json", keyFile)).isZero();
    assertThat(run("jobs show no-such-job", keyFile)).isNotZero();
    Path wrong = ownerOnly(TestSecrets.input(elsewhere, "wrong"), TestSecrets.KEY + "-wrong");
    assertThat(run(train + "bad" + QUICKLY, wrong)).isNotZero();
    assertThat(run("usage --stacktrace", wrong)).isNotZero();

    assertThat(printed).anySatisfy(text -> assertThat(text).contains("/jobs"));
    assertThat(printed).allSatisfy(text -> assertThat(text).doesNotContain(TestSecrets.MARK));
    SecretSearch search = new SecretSearch();
    search.folder(folder);
    assertThat(search.finds()).isEmpty();
    assertThat(search.databases()).isPositive();
  }
}

package io.qhyper.backend.ibm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qhyper.secrets.TestSecrets;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialFileTest {
  private static final CredentialFile LOGIN =
      new CredentialFile(Secret.of(FakeIbm.KEY), FakeIbm.CRN);

  @TempDir private Path folder;

  @BeforeEach
  void needsPermissions() {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "skipped: this file system has no owner and group");
  }

  private Path file(String content, String permissions) throws IOException {
    Path file = Files.writeString(TestSecrets.input(folder, "f"), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  @Test
  void writtenFileIsForItsOwnerOnlyAndReadBack() throws IOException {
    Path file = TestSecrets.input(folder.resolve("deep/er"), "ibm.json");
    LOGIN.write(file);
    LOGIN.write(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(CredentialFile.read(file)).isEqualTo(LOGIN);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw--w----", "rwx--x---"})
  void fileOfOthersIsRefusedWithoutReadingIt(String permissions) throws IOException {
    Path file = file(FakeIbm.KEY, permissions);

    assertThatThrownBy(() -> CredentialFile.read(file))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContainingAll("chmod 600", permissions);
    assertThatThrownBy(() -> CredentialFile.readKey(file)).isInstanceOf(FileSystemException.class);
  }

  @ParameterizedTest(name = "{index}") // names are written to reports
  @ValueSource(
      strings = {
        "",
        TestSecrets.KEY,
        "[]",
        "{\"api_key\":\"" + TestSecrets.KEY + "\"}",
        "{\"api_key\":\"two words\",\"crn\":\"x\"}",
        "{\"api_key\":\"" + TestSecrets.KEY + "\",\"crn\":\"x\"}"
      })
  void brokenFileIsRefusedWithoutShowingIt(String content) throws IOException {
    Path file = file(content, "rw-------");

    assertThatThrownBy(() -> CredentialFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(FakeIbm.KEY);
  }

  @Test
  void keyFileHoldsNothingElse() throws IOException {
    assertThat(CredentialFile.readKey(file(FakeIbm.KEY + "\n", "r--------")))
        .isEqualTo(Secret.of(FakeIbm.KEY));
    Path two = file(FakeIbm.KEY + "\nmore", "r--------");
    assertThatThrownBy(() -> CredentialFile.readKey(two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(FakeIbm.KEY);
  }
}

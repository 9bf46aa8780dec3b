package io.qhyper.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir private Path folder;

  @Test
  void makesAndReplacesFilesAndLeavesNothingElse() throws Exception {
    Path file = folder.resolve("a.txt");

    AtomicFiles.write(file, "long first content ψ");
    AtomicFiles.write(file, "second");

    assertThat(file).hasContent("second");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void writesInAnInterruptedThread() throws Exception {
    Thread.currentThread().interrupt();

    AtomicFiles.write(folder.resolve("a.txt"), "saved");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.resolve("a.txt")).hasContent("saved");
  }

  @Test
  void leavesTheTemporaryFileOfAnotherWriterAlone() throws Exception {
    Path other = Files.writeString(folder.resolve(".a.txt.tmp0"), "other");

    AtomicFiles.write(folder.resolve("a.txt"), "mine");

    assertThat(folder.resolve("a.txt")).hasContent("mine");
    assertThat(other).hasContent("other");
  }

  @Test
  void newFileHasUsualPermissions() throws Exception {
    Path usual = Files.writeString(folder.resolve("usual"), "");
    Path file = folder.resolve("a.txt");

    AtomicFiles.write(file, "x");

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void writesThroughASymbolicLink() throws Exception {
    Path real = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    AtomicFiles.write(link, "new");

    assertThat(real).hasContent("new");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void writesToADeviceWithoutReplacingIt() throws Exception {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "no /dev/null here");

    AtomicFiles.write(device, "x");

    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void namesTheFileWhoseFolderIsMissing() {
    Path file = folder.resolve("no/a.txt");

    assertThatThrownBy(() -> AtomicFiles.write(file, "x"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("its folder does not exist");
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> AtomicFiles.write(folder, "x"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("is a folder");
  }
}

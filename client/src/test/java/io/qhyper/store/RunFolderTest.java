package io.qhyper.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void namesakesOfTheSameSecondGetNumbers() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      names.add(
          RunFolder.create(folder.resolve("runs"), CLOCK, "csv").path().getFileName().toString());
    }

    assertThat(names)
        .containsExactly("20260304-050607-csv", "20260304-050607-csv-2", "20260304-050607-csv-3");
  }

  @Test
  void takesANewOrEmptyFolder() throws IOException {
    Path fresh = folder.resolve("a/b/c");

    assertThat(RunFolder.create(fresh).path()).isDirectory();
    assertThat(RunFolder.create(fresh).path()).isEqualTo(fresh);
  }

  @Test
  void refusesAFolderWithAnythingInIt() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Path file = Files.writeString(taken.resolve(".hidden"), "precious");

    assertThatThrownBy(() -> RunFolder.create(taken))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContainingAll(taken.toString(), "never overwritten");
    assertThat(file).hasContent("precious");
  }

  @Test
  void refusesAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "precious");

    assertThatThrownBy(() -> RunFolder.create(file))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("is a file");
    assertThat(file).hasContent("precious");
  }

  @Test
  void filesAreReplacedWhole() throws IOException {
    RunFolder run = RunFolder.create(folder.resolve("run"));

    run.write(RunFolder.METRICS, "old and long\n");
    run.write(RunFolder.METRICS, "new\n");

    assertThat(run.path().resolve("metrics.csv")).hasContent("new\n");
    try (var files = Files.list(run.path())) {
      assertThat(files).hasSize(1);
    }
  }
}

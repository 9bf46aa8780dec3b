package io.qhyper.backend.ibm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A result that is larger than the memory of the process that reads it. */
class ResultMemoryTest {
  private static final long HEAP = 32L << 20;

  @Test
  void largeResultIsReadInLessMemoryThanItsText() throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + HEAP,
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LargeResult.class.getName()))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    String[] numbers = said.trim().split(" ", -1);
    assertThat(Long.parseLong(numbers[0])).isGreaterThan(2 * HEAP);
    assertThat(Long.parseLong(numbers[1]))
        .isEqualTo((long) LargeResult.CIRCUITS * LargeResult.SHOTS);
    assertThat(Long.parseLong(numbers[2]))
        .isEqualTo((long) LargeResult.CIRCUITS * LargeResult.DISTINCT);
  }
}

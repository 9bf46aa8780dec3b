package io.qhyper.report;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import io.qhyper.store.Json;
import io.qhyper.store.MalformedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what {@code run --json} has written. */
public record CountsFile(Map<String, CountsReport.Register> registers) {

  /**
   * The counts of every register.
   *
   * @throws MalformedFileException if the file holds something else
   */
  public static Map<String, Counts> read(Path file) throws IOException {
    CountsFile content = Json.read(file, CountsFile.class);
    if (content.registers() == null || content.registers().isEmpty()) {
      throw new MalformedFileException(file, "has no 'registers'; expected what run --json prints");
    }
    Map<String, Counts> counts = new LinkedHashMap<>();
    for (Map.Entry<String, CountsReport.Register> entry : content.registers().entrySet()) {
      try {
        counts.put(entry.getKey(), counts(entry.getValue()));
      } catch (IllegalArgumentException e) {
        throw new MalformedFileException(
            file,
            "has wrong counts in register '%s': %s".formatted(entry.getKey(), e.getMessage()));
      }
    }
    return counts;
  }

  private static Counts counts(CountsReport.Register register) {
    if (register == null || register.counts() == null || register.counts().isEmpty()) {
      throw new IllegalArgumentException("it is empty");
    }
    Map<BitString, Long> entries = new LinkedHashMap<>();
    register
        .counts()
        .forEach(
            (bits, count) -> {
              if (count == null || count < 1) {
                throw new IllegalArgumentException("count of " + bits + " is " + count);
              }
              entries.put(BitString.parse(bits), count);
            });
    return Counts.of(register.width(), entries);
  }
}

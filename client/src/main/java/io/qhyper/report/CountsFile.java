package io.qhyper.report;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import io.qhyper.store.Json;
import io.qhyper.store.MalformedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the counts that {@code run --json} prints. */
public final class CountsFile {
  private CountsFile() {}

  /** What was read of one register. */
  public record Histogram(String register, Counts counts) {}

  private record Content(Map<String, CountsReport.Register> registers) {}

  /**
   * The histograms of a file, one for each register.
   *
   * @throws MalformedFileException if it holds anything else
   * @throws IOException if it cannot be read
   */
  public static List<Histogram> read(Path file) throws IOException {
    Content content = Json.read(file, Content.class);
    if (content.registers() == null) {
      throw new MalformedFileException(
          file, "has no 'registers', so it is no result of run --json");
    }
    List<Histogram> histograms = new ArrayList<>();
    for (Map.Entry<String, CountsReport.Register> register : content.registers().entrySet()) {
      Map<BitString, Long> counts = new HashMap<>();
      try {
        register.getValue().counts().forEach((bits, n) -> counts.put(BitString.parse(bits), n));
        histograms.add(
            new Histogram(register.getKey(), Counts.of(register.getValue().width(), counts)));
      } catch (IllegalArgumentException | NullPointerException e) {
        throw new MalformedFileException(
            file, "has no counts in register " + register.getKey() + ": " + e.getMessage());
      }
    }
    return histograms;
  }
}

package io.qhyper.backend;

import io.qhyper.shots.Counts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a job measured: for each row of the request, the counts of every classical register, in the
 * order of declaration.
 */
public record JobResult(List<Map<String, Counts>> rows) {
  public JobResult {
    rows = rows.stream().map(JobResult::copy).toList();
  }

  private static Map<String, Counts> copy(Map<String, Counts> row) {
    return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(row));
  }

  /**
   * The counts of one register, row by row.
   *
   * @throws BackendException if a row lacks the register
   */
  public List<Counts> register(String name) {
    return rows.stream()
        .map(
            row -> {
              Counts counts = row.get(name);
              if (counts == null) {
                throw new BackendException(
                    BackendException.Kind.BAD_RESULT,
                    "the result should hold register '" + name + "', it holds " + row.keySet());
              }
              return counts;
            })
        .toList();
  }
}

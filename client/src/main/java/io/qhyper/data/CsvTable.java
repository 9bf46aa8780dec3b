package io.qhyper.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CSV file as text, for tables that are no data set.
 *
 * @param header the names of the columns
 * @param rows the fields of each row by the names of their columns, in the order of the header
 */
public record CsvTable(List<String> header, List<Map<String, String>> rows) {
  public CsvTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file.
   *
   * @throws MalformedDataException if it has no header of distinct names, or a row has another
   *     number of fields
   * @throws IOException if it cannot be read
   */
  public static CsvTable read(Path file) throws IOException {
    try (CsvRows in = CsvRows.open(file)) {
      List<Map<String, String>> rows = new ArrayList<>();
      for (Optional<CsvRows.Row> row = in.next(); row.isPresent(); row = in.next()) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < in.header().size(); i++) {
          fields.put(in.header().get(i), row.get().fields().get(i));
        }
        rows.add(fields);
      }
      return new CsvTable(in.header(), rows);
    }
  }
}

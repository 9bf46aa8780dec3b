package io.qhyper.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A part of a page: a chart, drawings or a table below a text.
 *
 * @param id unique on the page: letters, digits and dashes
 * @param title heading
 * @param text what is to be seen, in words
 * @param chart may be null
 * @param drawings may be null
 * @param table may be null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Section(
    String id, String title, String text, Chart chart, List<Drawing> drawings, Table table) {
  /**
   * A drawing made here.
   *
   * @param svg a complete SVG document with a title; text in it is escaped
   * @param caption what it shows
   */
  public record Drawing(String svg, String caption) {}

  /**
   * A table.
   *
   * @param head names of the columns
   * @param rows cells are texts or numbers, one for each column
   */
  public record Table(List<String> head, List<List<Object>> rows) {
    public Table {
      for (List<Object> row : rows) {
        if (row.size() != head.size()) {
          throw new IllegalArgumentException(
              "a row of a table needs %d cells, for %s, got %s".formatted(head.size(), head, row));
        }
      }
    }
  }

  /** A section with a chart. */
  public static Section of(String id, String title, String text, Chart chart) {
    return new Section(id, title, text, chart, null, null);
  }

  /** A section with drawings. */
  public static Section of(String id, String title, String text, List<Drawing> drawings) {
    return new Section(id, title, text, null, List.copyOf(drawings), null);
  }

  /** A section with a table. */
  public static Section of(String id, String title, String text, Table table) {
    return new Section(id, title, text, null, null, table);
  }
}

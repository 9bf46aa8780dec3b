package io.qhyper.target;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Named numbers with units; a row that is missing or has no value is empty. */
final class Rows {
  private static final Map<String, Double> SECONDS =
      Map.of(
          "s", 1.0, "ms", 1e-3, "us", 1e-6, "\u00b5s", 1e-6, "\u03bcs", 1e-6, "ns", 1e-9, "ps",
          1e-12);

  private final String owner;
  private final List<PropertiesDocument.Row> rows;

  Rows(String owner, List<PropertiesDocument.Row> rows) {
    this.owner = owner;
    this.rows = rows;
  }

  /** A number without a unit. */
  OptionalDouble number(String name) {
    for (PropertiesDocument.Row row : rows) {
      if (name.equals(row.name()) && row.value() != null) {
        return OptionalDouble.of(row.value());
      }
    }
    return OptionalDouble.empty();
  }

  /** A time, converted by the row's own unit. */
  OptionalDouble seconds(String name) {
    for (PropertiesDocument.Row row : rows) {
      if (name.equals(row.name()) && row.value() != null) {
        Double unit = row.unit() == null ? null : SECONDS.get(row.unit());
        if (unit == null) {
          throw new IllegalArgumentException(
              "%s of %s has the unit '%s', expected one of %s"
                  .formatted(name, owner, row.unit(), SECONDS.keySet().stream().sorted().toList()));
        }
        return OptionalDouble.of(row.value() * unit);
      }
    }
    return OptionalDouble.empty();
  }

  /** Whether no row says that this does not work. */
  boolean isOperational() {
    return number("operational").orElse(1) != 0;
  }
}

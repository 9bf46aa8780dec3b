package io.qhyper.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Reads users' own data: comma-separated values with a header line, one numeric column per feature
 * and one column of class labels.
 *
 * <p>Fields may be quoted; blank lines are skipped. Whatever is not a finite number, a missing or
 * surplus field or column, or a label out of range is refused with the line (from 1) and the name
 * of the column.
 */
public final class CsvReader {
  /** Name of the label column unless told otherwise. */
  public static final String DEFAULT_LABEL = "label";

  private final String label;
  private final int classes;

  /**
   * A reader of files whose labels are 0 … classes−1.
   *
   * @param label name of the label column
   * @param classes number of classes, at least 2
   */
  public CsvReader(String label, int classes) {
    if (classes < 2) {
      throw new IllegalArgumentException("classes must be 2 or more, got " + classes);
    }
    this.label = label;
    this.classes = classes;
  }

  /**
   * A training set, and the test set of a second file if one is given, whose columns may come in
   * another order but must be the same.
   *
   * @throws MalformedDataException if a file is refused
   * @throws IOException if a file cannot be read
   */
  public TrainTest read(Path train, Optional<Path> test) throws IOException {
    DataSet first = read(train);
    if (test.isEmpty()) {
      return new TrainTest(first, Optional.empty());
    }
    DataSet second = read(test.get(), first.features().names());
    return new TrainTest(first, Optional.of(second));
  }

  /**
   * The labelled examples of one file; every column but the label is a feature.
   *
   * @throws MalformedDataException if the file is refused
   * @throws IOException if it cannot be read
   */
  public DataSet read(Path file) throws IOException {
    try (CsvRows rows = CsvRows.open(file)) {
      return labelled(rows, rows.header().stream().filter(name -> !name.equals(label)).toList());
    }
  }

  private DataSet read(Path file, List<String> names) throws IOException {
    try (CsvRows rows = CsvRows.open(file)) {
      return labelled(rows, names);
    }
  }

  /**
   * The features of one file by name, to predict their labels; other columns may be there and are
   * not looked at.
   *
   * @param names the features expected, in the order of the result
   * @throws MalformedDataException if the file is refused
   * @throws IOException if it cannot be read
   */
  public Features readFeatures(Path file, List<String> names) throws IOException {
    try (CsvRows rows = CsvRows.open(file)) {
      List<String> missing = new ArrayList<>(names);
      missing.removeAll(rows.header());
      if (!missing.isEmpty()) {
        throw rows.wrong("expected the features " + names + "; missing " + missing);
      }
      return features(rows, names, row -> {});
    }
  }

  private DataSet labelled(CsvRows rows, List<String> names) throws IOException {
    int column = rows.header().indexOf(label);
    if (column < 0) {
      throw rows.wrong(
          "expected a column named "
              + label
              + " with the labels, got the columns "
              + rows.header());
    }
    checkColumns(rows, names);
    IntStream.Builder labels = IntStream.builder();
    Features features = features(rows, names, row -> labels.add(label(rows, row, column)));
    return DataSet.of(features, labels.build().toArray());
  }

  /** What else is read from a row. */
  private interface RowReader {
    void read(CsvRows.Row row) throws MalformedDataException;
  }

  private Features features(CsvRows rows, List<String> names, RowReader also) throws IOException {
    int[] columns = names.stream().mapToInt(rows.header()::indexOf).toArray();
    DoubleStream.Builder values = DoubleStream.builder();
    Optional<CsvRows.Row> row = rows.next();
    if (row.isEmpty()) {
      throw rows.wrong("expected at least one row after the header, got none");
    }
    for (; row.isPresent(); row = rows.next()) {
      for (int column : columns) {
        values.add(number(rows, row.get(), column));
      }
      also.read(row.get());
    }
    return Features.of(names, values.build().toArray());
  }

  private int label(CsvRows rows, CsvRows.Row row, int column) throws MalformedDataException {
    String text = row.fields().get(column);
    try {
      int value = Integer.parseInt(text);
      if (value >= 0 && value < classes) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, like a number out of range
    }
    throw rows.wrong(row, column, "a label in 0.." + (classes - 1));
  }

  private void checkColumns(CsvRows rows, List<String> names) throws MalformedDataException {
    List<String> surplus = new ArrayList<>(rows.header());
    surplus.remove(label);
    List<String> missing = new ArrayList<>(names);
    missing.removeAll(surplus);
    surplus.removeAll(names);
    if (!missing.isEmpty() || !surplus.isEmpty()) {
      throw rows.wrong(
          "expected the features " + names + "; missing " + missing + ", not expected " + surplus);
    }
    if (names.isEmpty()) {
      throw rows.wrong("expected at least one feature column beside the label, got none");
    }
  }

  private static double number(CsvRows rows, CsvRows.Row row, int column)
      throws MalformedDataException {
    String text = row.fields().get(column);
    try {
      double value = Double.parseDouble(text);
      // parseDouble also takes Java literals such as 1f and 0x1p3, which no other tool would
      if (Double.isFinite(value) && text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, like NaN and infinity
    }
    throw rows.wrong(row, column, "a finite number");
  }
}

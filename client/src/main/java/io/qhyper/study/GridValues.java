package io.qhyper.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The values of a grid, read as what they should be. */
final class GridValues {
  private static final int MOST_SEEDS = 100_000;

  private final Map<GridKey, List<String>> values;
  private final long seed;

  private GridValues(Map<GridKey, List<String>> values, long seed) {
    this.values = values;
    this.seed = seed;
  }

  /** What is given, and the defaults of the study for the rest. */
  static GridValues of(StudyKind study, Map<GridKey, List<String>> given, long seed) {
    given.forEach(
        (key, texts) -> {
          if (!key.belongsTo(study)) {
            throw new IllegalArgumentException(
                key
                    + " does not belong to study "
                    + study
                    + ", which has "
                    + GridKey.of(study).stream()
                        .map(GridKey::toString)
                        .collect(Collectors.joining(", ")));
          }
          if (texts.isEmpty() || (key.isSingle() && texts.size() > 1)) {
            throw wrong(key, key.isSingle() ? "one value" : "at least one value", "" + texts);
          }
        });
    Map<GridKey, List<String>> values = new EnumMap<>(GridKey.class);
    GridKey.of(study).forEach(key -> values.put(key, key.standard(study)));
    values.putAll(given);
    return new GridValues(values, seed);
  }

  List<String> texts(GridKey key) {
    return values.get(key).stream().map(String::strip).distinct().toList();
  }

  String text(GridKey key) {
    return texts(key).get(0);
  }

  List<Integer> integers(GridKey key, int least) {
    return texts(key).stream().map(text -> integer(key, text, least)).distinct().toList();
  }

  int integer(GridKey key, int least) {
    return integers(key, least).get(0);
  }

  private static int integer(GridKey key, String text, int least) {
    try {
      int value = Integer.parseInt(text);
      if (value >= least) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is too small.
    }
    throw wrong(key, "a whole number of at least " + least, text);
  }

  List<Double> numbers(GridKey key, double least) {
    return texts(key).stream().map(text -> number(key, text, least)).distinct().toList();
  }

  private static double number(GridKey key, String text, double least) {
    try {
      double value = Double.parseDouble(text);
      if (value >= least && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is too small.
    }
    throw wrong(key, "a number of at least " + least, text);
  }

  double positive(GridKey key) {
    double value = numbers(key, 0).get(0);
    if (value == 0) {
      throw wrong(key, "a number above 0", text(key));
    }
    return value;
  }

  /** The options that give the same grid, whatever the defaults will be. */
  String options() {
    return values.entrySet().stream()
            .map(
                entry ->
                    "--"
                        + entry.getKey().toString().replace('_', '-')
                        + " "
                        + String.join(",", texts(entry.getKey())))
            .collect(Collectors.joining(" "))
        + " --seed "
        + seed;
  }

  /** One number says how many there are, several say which. */
  List<Long> seeds() {
    List<String> texts = texts(GridKey.SEEDS);
    if (texts.size() == 1) {
      int count = integer(GridKey.SEEDS, 1);
      if (count > MOST_SEEDS) {
        throw wrong(GridKey.SEEDS, "at most " + MOST_SEEDS, texts.get(0));
      }
      return LongStream.range(seed, seed + count).boxed().toList();
    }
    return texts.stream().map(GridValues::seed).distinct().toList();
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw wrong(GridKey.SEEDS, "whole numbers", text);
    }
  }

  private static IllegalArgumentException wrong(GridKey key, String expected, String got) {
    return new IllegalArgumentException(key + " must be " + expected + ", got '" + got + "'");
  }
}

package io.qhyper.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers separated by white space, or by one comma with white space around it. */
final class PlainParameters {
  private static final Pattern TOKEN = Pattern.compile("[^\\s,]+|,");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d++)?");
  private static final int SHOWN = 30;

  private final Path file;
  private final String text;

  PlainParameters(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  double[] read() {
    double[] values = new double[16];
    int count = 0;
    boolean expectsNumber = true;
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      if (!token.group().equals(",")) {
        if (count == values.length) {
          values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = number(token.group(), token.start());
        expectsNumber = false;
      } else if (expectsNumber) {
        throw at(token.start(), "expected a number before the comma");
      } else {
        expectsNumber = true;
      }
    }
    if (expectsNumber) {
      throw at(text.length(), count == 0 ? "has no numbers" : "expected a number after the comma");
    }
    return Arrays.copyOf(values, count);
  }

  private double number(String word, int start) {
    double value = NUMBER.matcher(word).matches() ? Double.parseDouble(word) : Double.NaN;
    if (!Double.isFinite(value)) {
      String shown = word.length() > SHOWN ? word.substring(0, SHOWN) + "…" : word;
      throw at(start, "expected a finite number, got '" + shown + "'");
    }
    return value;
  }

  private ParameterFileException at(int index, String problem) {
    String before = text.substring(0, index);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = index - before.lastIndexOf('\n');
    return new ParameterFileException(file, line, column, problem);
  }
}

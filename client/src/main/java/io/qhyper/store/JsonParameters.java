package io.qhyper.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A JSON array of numbers, or an object with such arrays under start, best and final. */
final class JsonParameters {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final String text;

  JsonParameters(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /** A file with a single vector has no entries to choose from. */
  static void checkHasEntry(Path file, ParameterEntry entry) {
    if (entry != ParameterEntry.BEST) {
      throw new ParameterFileException(
          file, "has one vector and no entry '" + entry + "'; only a run's parameters.json has");
    }
  }

  double[] read(ParameterEntry entry) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      double[] values =
          parser.nextToken() == JsonToken.START_ARRAY ? only(parser, entry) : entry(parser, entry);
      if (parser.nextToken() != null) {
        throw at(parser.currentTokenLocation(), "expected the end of the file");
      }
      return values;
    } catch (JsonProcessingException e) {
      throw at(e.getLocation(), "is not JSON: " + e.getOriginalMessage());
    }
  }

  private double[] only(JsonParser parser, ParameterEntry entry) throws IOException {
    checkHasEntry(file, entry);
    return numbers(parser);
  }

  private double[] entry(JsonParser parser, ParameterEntry entry) throws IOException {
    double[] values = new double[0];
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean isWanted = parser.currentName().equals(entry.key());
      if (parser.nextToken() == JsonToken.START_ARRAY && isWanted) {
        values = numbers(parser);
      } else if (isWanted) {
        throw at(parser.currentTokenLocation(), "expected an array under '" + entry + "'");
      } else {
        parser.skipChildren();
      }
    }
    if (values.length == 0) {
      throw new ParameterFileException(file, "has no array '" + entry + "'");
    }
    return values;
  }

  private double[] numbers(JsonParser parser) throws IOException {
    double[] values = new double[16];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isNumeric() || !Double.isFinite(parser.getDoubleValue())) {
        throw at(
            parser.currentTokenLocation(), "expected a finite number, got " + parser.getText());
      }
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = parser.getDoubleValue();
    }
    if (count == 0) {
      throw at(parser.currentTokenLocation(), "expected at least one number");
    }
    return Arrays.copyOf(values, count);
  }

  private ParameterFileException at(JsonLocation location, String problem) {
    return new ParameterFileException(file, location.getLineNr(), location.getColumnNr(), problem);
  }
}

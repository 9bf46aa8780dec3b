package io.qhyper.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON that the product writes: snake_case keys, indented, the same on every platform. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final long MOST_BYTES = 16L << 20;

  private Json() {}

  /**
   * A file that holds one JSON value of a known shape; unknown keys are skipped.
   *
   * @throws MalformedFileException if it is too large, no JSON, or of another shape
   * @throws IOException if it cannot be read
   */
  public static <T> T read(Path file, Class<T> shape) throws IOException {
    FileTrouble.checkIsFile(file);
    if (Files.size(file) > MOST_BYTES) {
      throw new MalformedFileException(file, "is larger than " + MOST_BYTES + " bytes");
    }
    return parse(file, Files.readAllBytes(file), shape);
  }

  /**
   * One JSON value of a known shape; unknown keys are skipped.
   *
   * @param file what to call the content in messages
   * @throws MalformedFileException if it is no JSON, or of another shape
   */
  public static <T> T parse(Path file, byte[] content, Class<T> shape) throws IOException {
    try {
      T value = MAPPER.readValue(content, shape);
      if (value == null) {
        throw new MalformedFileException(file, "holds nothing");
      }
      return value;
    } catch (JsonMappingException e) {
      throw new MalformedFileException(file, "has a missing or wrong value at " + place(e));
    } catch (JsonProcessingException e) {
      throw new MalformedFileException(file, "is not what was expected: " + e.getOriginalMessage());
    }
  }

  /**
   * The value that a text holds.
   *
   * @param source where the text comes from, for messages
   * @throws MalformedFileException if it is no JSON, or of another shape
   */
  public static <T> T parse(Path source, String text, Class<T> shape) {
    try {
      return MAPPER.readValue(text, shape);
    } catch (JsonProcessingException e) {
      throw new MalformedFileException(
          source, "is not what was expected: " + e.getOriginalMessage());
    }
  }

  /** As in {@code network.neurons[2].bias}; a missing value is told by what lacks it. */
  private static String place(JsonMappingException e) {
    StringBuilder place = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return place.isEmpty() ? "the top" : place.toString();
  }

  /**
   * A value as one line of JSON that ends with a line break.
   *
   * @throws IllegalArgumentException if the value is nothing that {@link #text} takes
   */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  /**
   * A value as JSON text that ends with a line break.
   *
   * @param value records, maps, lists, arrays, numbers, strings; a record's components keep their
   *     order, and {@code null} is written as null
   * @throws IllegalArgumentException if the value is none of these
   */
  public static String text(Object value) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }
}

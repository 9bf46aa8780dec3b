package io.qhyper.backend.ibm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.backend.ibm.Exchange.BodyReader;
import io.qhyper.shots.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads results of the sampler (reference, sections 3.4 and 3.5) into one map of counts for each
 * row. The plain form is streamed: beside the counts only the shots of one register are held. The
 * samples of a program with several rows may be nested by row or not. The typed form is recognised
 * by its first property.
 */
final class ResultReader implements BodyReader<Optional<List<Map<String, Counts>>>> {
  private static final String WHAT = "the result";

  /** Reads one value of several. */
  private static final ObjectReader READER =
      JsonDocument.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final ResultShape shape;

  ResultReader(ResultShape shape) {
    this.shape = shape;
  }

  @Override
  public Optional<List<Map<String, Counts>>> read(int status, InputStream body) throws IOException {
    try (JsonParser parser = JsonDocument.FACTORY.createParser(body)) {
      JsonToken start = parser.nextToken();
      if (start == null || start == JsonToken.VALUE_NULL) {
        return Optional.empty(); // not there yet
      }
      expect(start, JsonToken.START_OBJECT, WHAT);
      ResultRows rows = new ResultRows(shape);
      boolean found = false;
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        if (name.startsWith("__")) {
          TypedResult.read(rest(parser, name), rows);
          return Optional.of(rows.finish());
        } else if (name.equals("results")) {
          readPubs(parser, rows);
          found = true;
        } else {
          parser.skipChildren();
        }
      }
      if (!found) {
        throw new IbmProtocolException(WHAT + " has neither 'results' nor '__type__'");
      }
      return Optional.of(rows.finish());
    }
  }

  private static void expect(JsonToken token, JsonToken expected, String what) {
    if (token != expected) {
      throw new IbmProtocolException(what + " should be " + expected + ", got " + token);
    }
  }

  /** The typed form as a tree, from its first property on. */
  private static ObjectNode rest(JsonParser parser, String first) throws IOException {
    ObjectNode root = JsonDocument.MAPPER.createObjectNode();
    String name = first;
    do {
      root.set(name, READER.readTree(parser));
      name = parser.nextFieldName();
      parser.nextToken();
    } while (name != null);
    return root;
  }

  private void readPubs(JsonParser parser, ResultRows rows) throws IOException {
    expect(parser.currentToken(), JsonToken.START_ARRAY, "'results'");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(parser.currentToken(), JsonToken.START_OBJECT, "an element of 'results'");
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        if (name.equals("data")) {
          readData(parser, rows);
        } else {
          parser.skipChildren();
        }
      }
      rows.endPub();
    }
  }

  private static void readData(JsonParser parser, ResultRows rows) throws IOException {
    expect(parser.currentToken(), JsonToken.START_OBJECT, "'data'");
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      readRegister(parser, name, rows);
    }
  }

  private static void readRegister(JsonParser parser, String register, ResultRows rows)
      throws IOException {
    expect(parser.currentToken(), JsonToken.START_OBJECT, "register '" + register + "'");
    ShotBuffer buffer = rows.buffer(register);
    int bits = 0;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (name.equals("samples")) {
        readSamples(parser, buffer);
      } else if (name.equals("num_bits")) {
        expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, "'num_bits'");
        bits = parser.getIntValue();
      } else {
        parser.skipChildren();
      }
    }
    rows.register(register, buffer, bits);
  }

  /** One list of all samples, or lists in lists of which each of the innermost is a row. */
  private static void readSamples(JsonParser parser, ShotBuffer buffer) throws IOException {
    expect(parser.currentToken(), JsonToken.START_ARRAY, "'samples'");
    int depth = 1;
    int depthOfSamples = 0;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_STRING) {
        depthOfSamples = depthOfSamples == 0 ? depth : depthOfSamples;
        if (depth != depthOfSamples) {
          throw new IbmProtocolException("'samples' holds both samples and lists of samples");
        }
        buffer.addHex(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      } else if (token == JsonToken.START_ARRAY) {
        depth++;
      } else {
        expect(token, JsonToken.END_ARRAY, "a sample");
        if (depth > 1 && depth == depthOfSamples) {
          buffer.endRow();
        }
        depth--;
      }
    }
  }
}

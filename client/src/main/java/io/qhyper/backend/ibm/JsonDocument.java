package io.qhyper.backend.ibm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * JSON of the service, read with bounds on depth and size; unknown properties do not matter, and
 * nearly every property may be missing or null.
 */
final class JsonDocument {
  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 64 << 20;

  /** Makes parsers with the bounds; also for streaming. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(10_000)
                  .maxNumberLength(1_000)
                  .build())
          .build();

  static final JsonMapper MAPPER =
      JsonMapper.builder(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonDocument() {}

  /**
   * The object that an answer holds.
   *
   * @param what names the answer in messages
   * @throws IbmProtocolException if it holds anything else
   */
  static JsonNode object(String what, InputStream body) throws IOException {
    JsonNode root;
    try {
      root = MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw broken(what, e);
    }
    if (root == null || !root.isObject()) {
      throw new IbmProtocolException(
          what + " should be a JSON object, got " + (root == null ? "nothing" : shape(root)));
    }
    return root;
  }

  /** What is wrong and where, but nothing of the content: it may hold a secret. */
  static IbmProtocolException broken(String what, JsonProcessingException e) {
    String trouble = "is not JSON as expected";
    if (e instanceof StreamConstraintsException) {
      trouble = "is nested too deeply or has an overlong part";
    } else if (e instanceof JsonEOFException) {
      trouble = "ends in the middle";
    }
    JsonLocation place = e.getLocation();
    String where =
        place == null ? "" : ", at line " + place.getLineNr() + ", column " + place.getColumnNr();
    return new IbmProtocolException(what + " " + trouble + where);
  }

  static String shape(JsonNode node) {
    return node.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  /** An object or array, if the text is one. */
  static Optional<JsonNode> tryParse(String text) {
    try {
      JsonNode root = MAPPER.readTree(text);
      return root != null && root.isContainerNode() ? Optional.of(root) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A property that must be there. */
  static String required(String what, JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new IbmProtocolException(
          what + " should have the text '" + name + "', got " + shape(value));
    }
    return value.asText();
  }

  /** A text or number as text; empty if there is none. */
  static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  static OptionalDouble number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  /** A time; one without a zone is taken as UTC. */
  static Optional<Instant> time(JsonNode node, String name) {
    String value = text(node, name);
    try {
      return Optional.of(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      try {
        return Optional.of(LocalDateTime.parse(value).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException none) {
        return Optional.empty();
      }
    }
  }
}

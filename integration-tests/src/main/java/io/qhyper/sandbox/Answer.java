package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What goes back.
 *
 * @param content opens the body, from its first byte, each time
 */
record Answer(
    int status, Map<String, String> headers, Supplier<InputStream> content, Delivery delivery) {
  private static final String TYPE = "Content-Type";

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer json(int status, JsonNode body) {
    return of(status, "application/json", Documents.bytes(body));
  }

  static Answer text(int status, String type, String body) {
    return of(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer of(int status, String type, byte[] body) {
    return new Answer(
        status, Map.of(TYPE, type), () -> new ByteArrayInputStream(body), Delivery.WHOLE);
  }

  /** A body that is made while it is sent. */
  static Answer streamed(String type, Supplier<InputStream> content) {
    return new Answer(200, Map.of(TYPE, type), content, Delivery.WHOLE);
  }

  static Answer nothing() {
    return new Answer(204, Map.of(), InputStream::nullInputStream, Delivery.WHOLE);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, content, delivery);
  }

  Answer withContent(Supplier<InputStream> other) {
    return new Answer(status, headers, other, delivery);
  }

  Answer delivered(Delivery how) {
    return new Answer(status, headers, content, how);
  }
}

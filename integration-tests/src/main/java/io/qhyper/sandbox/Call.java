package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as it came.
 *
 * @param path without the query
 * @param query values of each parameter in order
 * @param headers by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // calls are not compared
record Call(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    byte[] body) {

  static Call of(String method, String url, Map<String, String> headers, byte[] body) {
    int mark = url.indexOf('?');
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    String query = mark < 0 ? "" : url.substring(mark + 1);
    return new Call(method, mark < 0 ? url : url.substring(0, mark), pairs(query), lower, body);
  }

  /** Names and values of a query or a form. */
  static Map<String, List<String>> pairs(String encoded) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs
            .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
  }

  Optional<String> first(String parameter) {
    return query.getOrDefault(parameter, List.of()).stream().findFirst();
  }

  /** The part of the path after {@code /api/v1/jobs/} and the like. */
  String id() {
    return path.split("/", -1)[4];
  }

  /** The instance that the caller acts for; empty if it names none. */
  String instance() {
    return header("service-crn").orElse("");
  }

  ApiVersion version() {
    return ApiVersion.of(header("ibm-api-version").orElse(""));
  }

  /**
   * The body.
   *
   * @throws Refusal if it is no JSON object
   */
  ObjectNode json() {
    if (Documents.parse(body).orElse(null) instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.badRequest("the body is not a JSON object");
  }
}

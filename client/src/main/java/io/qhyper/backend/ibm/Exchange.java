package io.qhyper.backend.ibm;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * One call of the interface.
 *
 * @param method the HTTP method
 * @param path below the base, one element a segment
 * @param query names and values, one after the other
 * @param body JSON; empty for none
 * @param limits time and size
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record Exchange(
    String method, List<String> path, List<String> query, byte[] body, CallLimits limits) {
  private static final byte[] NOTHING = {};

  /** Reads the body of an answer of success; status 204 has an empty one. */
  @FunctionalInterface
  interface BodyReader<T> {
    T read(int status, InputStream body) throws IOException;
  }

  static Exchange of(CallLimits limits, String method, String... path) {
    return new Exchange(method, List.of(path), List.of(), NOTHING, limits);
  }

  Exchange withQuery(String name, String value) {
    List<String> longer = new ArrayList<>(query);
    longer.add(name);
    longer.add(value);
    return new Exchange(method, path, List.copyOf(longer), body, limits);
  }

  Exchange withBody(byte[] json) {
    return new Exchange(method, path, query, json, limits);
  }

  HttpUrl url(HttpUrl base) {
    HttpUrl.Builder url = base.newBuilder();
    path.forEach(url::addPathSegment);
    for (int i = 0; i < query.size(); i += 2) {
      url.addQueryParameter(query.get(i), query.get(i + 1));
    }
    return url.build();
  }

  /** Method and path for messages. */
  String text() {
    return method + " /" + String.join("/", path);
  }
}

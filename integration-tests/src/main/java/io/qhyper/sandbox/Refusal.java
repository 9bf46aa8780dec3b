package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The service refuses a call, in the shape of section 1.5. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String solution;
  private final transient Map<String, String> headers;

  Refusal(int status, String code, String message, String solution) {
    this(status, code, message, solution, Map.of());
  }

  Refusal(int status, String code, String message, String solution, Map<String, String> headers) {
    super(message);
    this.status = status;
    this.code = code;
    this.solution = solution;
    this.headers = headers;
  }

  static Refusal badRequest(String message) {
    return new Refusal(400, "1100", message, "Check the request against the API reference.");
  }

  static Refusal notFound(String message) {
    return new Refusal(404, "1291", message, "Check the name, the region and the instance.");
  }

  /** Codes are numbers where they can be, as in practice. */
  Answer answer(String trace) {
    ObjectNode error = Documents.object();
    if (code.matches("\\d+")) {
      error.put("code", Integer.parseInt(code));
    } else {
      error.put("code", code);
    }
    error.put("message", getMessage()).put("solution", solution);
    ObjectNode body = Documents.object();
    body.putArray("errors").add(error);
    body.put("trace", trace);
    Answer answer = Answer.json(status, body);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }
}

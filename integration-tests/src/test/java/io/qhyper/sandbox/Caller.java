package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.qhyper.secrets.TestSecrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client of the sandbox that owes nothing to the product's. */
final class Caller {
  static final String GRANT = "grant_type=urn:ibm:params:oauth:grant-type:apikey&apikey=";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Caller(Sandbox sandbox) {
    this.address = sandbox.address();
    headers.put("Service-CRN", "crn:one");
    headers.put("IBM-API-Version", "2026-04-15");
  }

  /** What came back. */
  record Reply(int status, String body, HttpResponse<String> whole) {
    JsonNode json() {
      return Documents.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    String error() {
      return json().path("errors").path(0).path("code").asText();
    }
  }

  /** Logs in, so that all calls from here on carry a token. */
  Caller login() {
    headers.put(
        "Authorization", "Bearer " + token(TestSecrets.KEY).json().path("access_token").asText());
    return this;
  }

  Reply token(String key) {
    return call("POST", "/identity/token", GRANT + key);
  }

  Caller with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Caller without(String header) {
    headers.remove(header);
    return this;
  }

  Reply get(String path) {
    return call("GET", "/api/v1" + path, "");
  }

  Reply post(String path, String body) {
    return call("POST", "/api/v1" + path, body);
  }

  /** Submits and gives the id of the job. */
  String accepted(String body) {
    Reply reply = post("/jobs", body);
    if (reply.status() != 200) {
      throw new AssertionError("not accepted: " + reply.body());
    }
    return reply.json().path("id").asText();
  }

  Reply call(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      return new Reply(0, String.valueOf(e.getMessage()), null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

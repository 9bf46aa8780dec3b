package io.qhyper.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The calls that the sandbox knows (section 2). */
public enum CallKind {
  TOKEN("POST", "/identity/token"),
  VERSIONS("GET", "/api/v1/versions"),
  DEVICES("GET", "/api/v1/backends"),
  DEVICE_STATUS("GET", "/api/v1/backends/*/status"),
  CONFIGURATION("GET", "/api/v1/backends/*/configuration"),
  PROPERTIES("GET", "/api/v1/backends/*/properties"),
  SUBMIT("POST", "/api/v1/jobs"),
  JOBS("GET", "/api/v1/jobs"),
  JOB("GET", "/api/v1/jobs/*"),
  RESULTS("GET", "/api/v1/jobs/*/results"),
  METRICS("GET", "/api/v1/jobs/*/metrics"),
  LOGS("GET", "/api/v1/jobs/*/logs"),
  CANCEL("POST", "/api/v1/jobs/*/cancel"),
  DELETE("DELETE", "/api/v1/jobs/*"),
  RETAG("PUT", "/api/v1/jobs/*/tags"),
  TAGS("GET", "/api/v1/tags"),
  OPEN_SESSION("POST", "/api/v1/sessions"),
  SESSION("GET", "/api/v1/sessions/*"),
  CHANGE_SESSION("PATCH", "/api/v1/sessions/*"),
  CLOSE_SESSION("DELETE", "/api/v1/sessions/*/close"),
  USAGE("GET", "/api/v1/instances/usage"),
  INSTANCE("GET", "/api/v1/instance");

  private final String method;

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final List<String> path;

  CallKind(String method, String path) {
    this.method = method;
    this.path = parts(path);
  }

  private static List<String> parts(String path) {
    return Arrays.asList(path.split("/", -1));
  }

  /** The kind of a call; empty for one that the service does not have. */
  static Optional<CallKind> of(String method, String path) {
    List<String> parts = parts(path);
    return Arrays.stream(values()).filter(kind -> kind.fits(method, parts)).findFirst();
  }

  private boolean fits(String called, List<String> parts) {
    if (!called.equals(method) || parts.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!path.get(i).equals("*") && !path.get(i).equals(parts.get(i))) {
        return false;
      }
    }
    return true;
  }
}

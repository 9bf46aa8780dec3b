package io.qhyper.backend.ibm;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where the service is.
 *
 * @param api what paths such as {@code /jobs} are appended to
 * @param token where API keys are turned into tokens
 */
public record Endpoints(URI api, URI token) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public Endpoints {
    check(api);
    check(token);
  }

  /** The public service of the instance's region (reference, section 1.3). */
  public static Endpoints of(Crn crn) {
    String prefix = crn.region().equals("us-east") ? "" : crn.region() + ".";
    return new Endpoints(
        URI.create("https://" + prefix + "quantum.cloud.ibm.com/api/v1"),
        URI.create("https://iam.cloud.ibm.com/identity/token"));
  }

  /**
   * A service and a token service under one address, such as {@code http://127.0.0.1:8080}.
   *
   * @throws IllegalArgumentException if it is neither HTTPS nor HTTP on the loopback interface
   */
  public static Endpoints custom(URI base) {
    String root = base.toString().replaceFirst("/+$", "");
    return new Endpoints(URI.create(root + "/api/v1"), URI.create(root + "/identity/token"));
  }

  private static void check(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    boolean safe = scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host));
    if (!safe || address.getHost() == null || address.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "an endpoint must be https://HOST, or http:// on 127.0.0.1, [::1] or localhost, without"
              + " user and password; got "
              + scheme
              + "://"
              + host);
    }
    if (address.getRawQuery() != null || address.getRawFragment() != null) {
      throw new IllegalArgumentException("an endpoint must not have a query, got one at " + host);
    }
  }
}

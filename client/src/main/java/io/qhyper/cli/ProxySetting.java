package io.qhyper.cli;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The HTTP proxy that the environment names, as other programs understand it. */
final class ProxySetting {
  private static final int DEFAULT_PORT = 80;

  private ProxySetting() {}

  /**
   * The proxy for calls to a host: {@code HTTPS_PROXY} unless {@code NO_PROXY} lists the host or a
   * domain above it; never for this machine. Either case of letters will do.
   *
   * @throws IllegalArgumentException if it is not http://HOST:PORT; it is not shown, as it may hold
   *     a password
   */
  static Optional<InetSocketAddress> of(Map<String, String> environment, URI target) {
    String setting = variable(environment, "https_proxy");
    boolean secure = "https".equalsIgnoreCase(target.getScheme());
    if (!secure || setting.isEmpty() || isExcepted(environment, target.getHost())) {
      return Optional.empty();
    }
    URI proxy = parsed(setting.contains("://") ? setting : "http://" + setting);
    int port = proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort();
    return Optional.of(new InetSocketAddress(proxy.getHost(), port));
  }

  private static URI parsed(String setting) {
    try {
      URI proxy = URI.create(setting);
      if ("http".equalsIgnoreCase(proxy.getScheme())
          && proxy.getHost() != null
          && proxy.getUserInfo() == null) {
        return proxy;
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the text.
    }
    throw new IllegalArgumentException(
        "HTTPS_PROXY must be http://HOST:PORT without user and password, got something else");
  }

  private static String variable(Map<String, String> environment, String name) {
    String lower = environment.getOrDefault(name, "");
    String value =
        lower.isBlank() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
    return value.strip();
  }

  private static boolean isExcepted(Map<String, String> environment, String host) {
    if (host.matches("localhost|127\\..*|\\[::1]")) {
      return true;
    }
    return Pattern.compile("[,\\s]+")
        .splitAsStream(variable(environment, "no_proxy"))
        .map(entry -> entry.replaceFirst("^\\*?\\.", "").toLowerCase(Locale.ROOT))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
  }
}

package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalDouble;

/**
 * A bearer token and its life by the local clock.
 *
 * <p>Only the length of the life is taken from the token service; it starts when the token was
 * asked for, so that a local clock that is wrong does no harm.
 */
record AccessToken(Secret value, Instant asked, Duration life) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * Reads the answer of the token service: the life is {@code exp − iat} of the token, or {@code
   * expires_in}.
   */
  static AccessToken of(JsonNode answer, Instant asked) {
    String text = JsonDocument.required("the answer of the token service", answer, "access_token");
    Secret value;
    try {
      value = Secret.of(text);
    } catch (IllegalArgumentException e) {
      throw new IbmProtocolException("the token service gave a token that is no single word");
    }
    OptionalDouble claimed = claims(text);
    double seconds =
        claimed.isPresent()
            ? claimed.getAsDouble()
            : JsonDocument.number(answer, "expires_in").orElse(0);
    if (!(seconds > 0)) {
      throw new IbmProtocolException(
          "the answer of the token service should have 'expires_in' above 0, got " + seconds);
    }
    long millis = (long) Math.min(seconds * 1000, (double) LONGEST.toMillis());
    return new AccessToken(value, asked, Duration.ofMillis(Math.max(millis, SHORTEST.toMillis())));
  }

  private static OptionalDouble claims(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return OptionalDouble.empty();
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(parts[1]);
      JsonNode claims =
          JsonDocument.tryParse(new String(json, StandardCharsets.UTF_8))
              .orElseGet(JsonDocument.MAPPER::createObjectNode);
      OptionalDouble from = JsonDocument.number(claims, "iat");
      OptionalDouble until = JsonDocument.number(claims, "exp");
      return from.isPresent() && until.isPresent() && until.getAsDouble() > from.getAsDouble()
          ? OptionalDouble.of(until.getAsDouble() - from.getAsDouble())
          : OptionalDouble.empty();
    } catch (IllegalArgumentException e) {
      return OptionalDouble.empty(); // not every token is a JWT
    }
  }

  /** From here on a new one is asked for: at 80 % of its life. */
  Instant renewal() {
    return asked.plusMillis(life.toMillis() * 4 / 5);
  }

  Instant end() {
    return asked.plus(life);
  }
}

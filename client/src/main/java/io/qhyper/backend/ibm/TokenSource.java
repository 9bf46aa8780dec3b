package io.qhyper.backend.ibm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps a valid token at hand: one request at a time, renewed when a call needs one after 80 % of
 * its life, without a thread of its own.
 *
 * <p>If a renewal fails while the old token is still good, the old one goes on, and the next try is
 * a minute later.
 */
final class TokenSource {
  private static final Duration PAUSE = Duration.ofSeconds(60);

  private final Supplier<AccessToken> service;
  private final Clock clock;
  private volatile Optional<AccessToken> current = Optional.empty();
  private Instant noRenewalBefore = Instant.MIN;

  TokenSource(Supplier<AccessToken> service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  /**
   * A token that is good now; others wait while one thread asks for it.
   *
   * @throws IbmException if there is none to be had
   */
  synchronized Secret token() {
    Instant now = clock.instant();
    if (current.isEmpty() || !now.isBefore(current.get().end())) {
      current = Optional.of(service.get());
    } else if (!now.isBefore(current.get().renewal()) && !now.isBefore(noRenewalBefore)) {
      renew(now);
    }
    return current.get().value();
  }

  private void renew(Instant now) {
    try {
      current = Optional.of(service.get());
    } catch (IbmException e) {
      noRenewalBefore = now.plus(PAUSE);
    }
  }

  /** Forgets a token that the service refused, unless another thread has replaced it already. */
  synchronized void discard(Secret refused) {
    current = current.filter(token -> !token.value().equals(refused));
  }

  /** The text without the token in use. */
  String redact(String text) {
    return current.map(token -> token.value().redactIn(text)).orElse(text);
  }
}

package io.qhyper.sandbox;

import java.time.Duration;

/**
 * How an answer travels.
 *
 * @param isReset whether the connection is reset instead
 * @param drip how long the body takes, in small pieces; zero sends it at once
 */
record Delivery(boolean isReset, Duration drip) {
  static final Delivery WHOLE = new Delivery(false, Duration.ZERO);
  static final Delivery RESET = new Delivery(true, Duration.ZERO);

  static Delivery slow(Duration time) {
    return new Delivery(false, time);
  }
}

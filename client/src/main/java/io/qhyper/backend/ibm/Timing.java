package io.qhyper.backend.ibm;

import java.time.Clock;
import java.util.function.DoubleSupplier;

/**
 * The time as the client sees it.
 *
 * @param jitter numbers in [0, 1) that spread the waits of many clients
 */
public record Timing(Clock clock, Sleeper sleeper, DoubleSupplier jitter) {}

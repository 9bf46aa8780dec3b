package io.qhyper.cli;

import java.util.function.BooleanSupplier;

/**
 * Says whether the user wants the command to stop. Commands poll it between steps, finish writing
 * and return; other packages take it as a {@code BooleanSupplier}.
 */
final class StopSignal implements BooleanSupplier {
  private volatile boolean requested;

  /** Asks for the stop; once asked, never taken back. */
  void request() {
    requested = true;
  }

  @Override
  public boolean getAsBoolean() {
    return requested;
  }
}

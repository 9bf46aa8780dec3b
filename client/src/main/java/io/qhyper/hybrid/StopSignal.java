package io.qhyper.hybrid;

/** Tells a loop that someone wants it to end soon. */
@FunctionalInterface
public interface StopSignal {
  /** Nobody ever does. */
  StopSignal NEVER = () -> false;

  /** Whether the loop should end at the next chance, keeping what it has. */
  boolean isRequested();
}

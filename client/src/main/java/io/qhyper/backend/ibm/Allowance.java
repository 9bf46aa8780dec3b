package io.qhyper.backend.ibm;

/** Says whether time on a quantum computer may still be spent; asked before anything is sent. */
@FunctionalInterface
public interface Allowance {
  /** No limit. */
  Allowance UNLIMITED = seconds -> {};

  /**
   * Lets jobs be sent.
   *
   * @param seconds that they will take, estimated
   * @throws io.qhyper.backend.BackendException of kind QUOTA if that would be too much
   */
  void require(double seconds);
}

package io.qhyper.backend;

/** Where a job stands. */
public sealed interface JobState {
  /** Whether the job has ended, well or not. */
  default boolean isTerminal() {
    return true;
  }

  /** Accepted, waiting for its turn. */
  record Queued() implements JobState {
    @Override
    public boolean isTerminal() {
      return false;
    }
  }

  /** Being run. */
  record Running() implements JobState {
    @Override
    public boolean isTerminal() {
      return false;
    }
  }

  /** Ended well: the result can be fetched. */
  record Completed() implements JobState {}

  /**
   * Ended without a result.
   *
   * @param reason what the backend said
   */
  record Failed(String reason) implements JobState {}

  /** Ended because someone asked for it. */
  record Cancelled() implements JobState {}
}

package io.qhyper.backend.ibm;

import java.util.Optional;

/** Gives the session or batch in which jobs are sent. */
public interface SessionSource {
  /** Every job goes alone. */
  SessionSource NONE =
      new SessionSource() {
        @Override
        public Optional<String> current() {
          return Optional.empty();
        }

        @Override
        public void refused(String id, String reason) {}
      };

  /**
   * The id of the session that takes jobs now, opened if need be; empty for single jobs.
   *
   * @throws IbmException if none can be opened
   */
  Optional<String> current();

  /** Tells that the service takes no more jobs in a session; the job will be sent again. */
  void refused(String id, String reason);
}

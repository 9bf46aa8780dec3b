package io.qhyper.hardware;

import io.qhyper.backend.ibm.IbmSession;
import io.qhyper.backend.ibm.LostPolicy;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * On what terms jobs are sent.
 *
 * @param account tells the account from others, and is no secret
 * @param limits what may be spent
 * @param lost what becomes of jobs that the service does not know any more
 * @param mode the kind of session; empty for single jobs
 * @param process tells this process from all others
 * @param say told what the user must know
 * @param news told how long jobs wait
 */
public record RunTerms(
    String account,
    SpendingLimits limits,
    LostPolicy lost,
    Optional<IbmSession.Mode> mode,
    String process,
    Consumer<String> say,
    Consumer<String> news) {

  /**
   * Refuses what a command that keeps no journal is about to send, if all of it together would pass
   * a limit.
   *
   * @param seconds that it will take, estimated
   * @throws io.qhyper.backend.BackendException of kind QUOTA if it would
   */
  public void requireAllowed(double seconds) {
    new SingleSpending(limits).require(seconds);
  }
}

package io.qhyper.hardware;

import io.qhyper.backend.ibm.IbmException;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.IbmSession;
import io.qhyper.store.journal.Sessions;
import io.qhyper.store.journal.Sessions.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * The clocks by which the sessions of a run are charged: read at the service and kept in the
 * journal. Only what the service says is kept; where it does not tell, a session is taken, for the
 * moment, to be charged since it was opened.
 */
final class SessionClocks {
  private final IbmService service;
  private final Sessions sessions;

  SessionClocks(IbmService service, Sessions sessions) {
    this.service = service;
    this.sessions = sessions;
  }

  /**
   * Reads those of all sessions that may still run.
   *
   * @return the seconds that they may show beyond what is kept, where the service did not tell
   */
  double read() {
    return sessions.unsettled().stream().mapToDouble(this::read).sum();
  }

  /** Reads one, and notes if it takes no more jobs; gives the same for it. */
  double read(Session session) {
    if (session.isSettled()) {
      return 0;
    }
    try {
      IbmSession told = service.session(session.id());
      OptionalDouble seconds = told.chargedSeconds(sessions.now());
      seconds.ifPresent(value -> sessions.clock(session.id(), value));
      if (!told.acceptingJobs()) {
        sessions.closed(session.id());
      }
      if (told.isOver()) {
        sessions.settled(session.id());
      }
      return seconds.isPresent() || told.isOver() ? 0 : beyond(session);
    } catch (IbmException e) {
      if (e.kind() != IbmException.Kind.NOT_FOUND) {
        return beyond(session);
      }
      // A session that the service has forgotten is over: what it showed last stands.
      sessions.closed(session.id());
      sessions.settled(session.id());
      return 0;
    }
  }

  private double beyond(Session session) {
    Instant end = session.closedAt().orElse(sessions.now());
    double sinceOpened = Duration.between(session.openedAt(), end).toMillis() / 1e3;
    return Math.max(0, sinceOpened - session.seconds().orElse(0));
  }
}

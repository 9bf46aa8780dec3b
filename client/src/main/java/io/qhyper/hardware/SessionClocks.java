package io.qhyper.hardware;

import io.qhyper.backend.ibm.IbmException;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.store.journal.Sessions;
import io.qhyper.store.journal.Sessions.Session;
import java.time.Duration;

/**
 * The clocks by which the sessions of a run are charged: read at the service and kept in the
 * journal. Where the service does not tell, a session is taken to be charged since it was opened.
 */
final class SessionClocks {
  private final IbmService service;
  private final Sessions sessions;

  SessionClocks(IbmService service, Sessions sessions) {
    this.service = service;
    this.sessions = sessions;
  }

  /** Reads those of all sessions that are open. */
  void read() {
    for (Session session : sessions.open()) {
      if (session.kind() == Sessions.Kind.DEDICATED) {
        read(session);
      }
    }
  }

  /** Reads one. */
  void read(Session session) {
    double sinceOpened =
        Math.max(0, Duration.between(session.openedAt(), sessions.now()).toMillis() / 1e3);
    double seconds;
    try {
      seconds = service.session(session.id()).chargedSeconds(sessions.now()).orElse(sinceOpened);
    } catch (IbmException e) {
      // A session that the service has forgotten is closed: what it showed last is the best guess.
      boolean isGone = e.kind() == IbmException.Kind.NOT_FOUND;
      seconds = isGone ? session.seconds().orElse(sinceOpened) : sinceOpened;
    }
    sessions.clock(session.id(), Math.max(seconds, session.seconds().orElse(0)));
  }
}

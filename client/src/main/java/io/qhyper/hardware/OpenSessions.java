package io.qhyper.hardware;

import io.qhyper.backend.ibm.IbmException;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.store.journal.Sessions;
import io.qhyper.store.journal.Sessions.Kind;
import io.qhyper.store.journal.Sessions.Session;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The sessions of a run that its journal knows to be open, by whichever process. */
final class OpenSessions {
  private final IbmService service;
  private final Sessions sessions;
  private final SessionClocks clocks;
  private final Consumer<String> say;

  OpenSessions(IbmService service, Sessions sessions, Consumer<String> say) {
    this.service = service;
    this.sessions = sessions;
    this.clocks = new SessionClocks(service, sessions);
    this.say = say;
  }

  /** Closes them for new jobs; those submitted still run. One that cannot be closed is told. */
  void close(Predicate<Session> which) {
    for (Session session : sessions.open()) {
      if (which.test(session)) {
        close(session);
      }
    }
  }

  private void close(Session session) {
    try {
      service.closeSession(session.id());
      ended(session);
    } catch (IbmException e) {
      say.accept(
          word(session.kind()) + " " + session.id() + " could not be closed: " + e.getMessage());
    }
  }

  /** Notes one that takes no more jobs, with what its clock shows in the end. */
  void ended(Session session) {
    if (session.kind() == Kind.DEDICATED) {
      clocks.read(session);
    }
    sessions.closed(session.id());
  }

  static String word(Kind kind) {
    return kind == Kind.BATCH ? "batch" : "session";
  }
}

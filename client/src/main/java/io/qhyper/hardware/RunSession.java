package io.qhyper.hardware;

import io.qhyper.backend.ibm.IbmException;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.IbmSession;
import io.qhyper.backend.ibm.SessionSource;
import io.qhyper.store.journal.Sessions;
import io.qhyper.store.journal.Sessions.Kind;
import io.qhyper.store.journal.Sessions.Session;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The session or batch of a run: opened when its first job is sent, kept in its journal, and used
 * again by the process that resumes the run as long as it takes jobs. Where the service closes it,
 * another is opened, and if that takes no jobs either, the rest goes as single jobs.
 */
final class RunSession implements SessionSource {
  private final IbmService service;
  private final String device;
  private final Kind kind;
  private final Sessions sessions;
  private final OpenSessions left;
  private final Consumer<String> say;
  private Optional<String> id = Optional.empty();
  private boolean isReopened;
  private boolean isGivenUp;

  /**
   * A session that is opened when it is needed.
   *
   * @param sessions of the run
   */
  RunSession(
      IbmService service, String device, Kind kind, Sessions sessions, Consumer<String> say) {
    this.service = service;
    this.device = device;
    this.kind = kind;
    this.sessions = sessions;
    this.left = new OpenSessions(service, sessions, say);
    this.say = say;
  }

  @Override
  public synchronized Optional<String> current() {
    if (id.isEmpty() && !isGivenUp) {
      id = earlier().or(this::opened);
    }
    return id;
  }

  private Optional<String> earlier() {
    Optional<Session> known =
        sessions.open().stream()
            .filter(session -> session.kind() == kind && !session.isSettled())
            .findFirst();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    String open = known.get().id();
    try {
      if (service.session(open).acceptingJobs()) {
        return Optional.of(open);
      }
      say.accept(word() + " " + open + " takes no more jobs; a new one is opened");
    } catch (IbmException e) {
      if (e.kind() != IbmException.Kind.NOT_FOUND) {
        throw e;
      }
      say.accept(word() + " " + open + " is gone; a new one is opened");
    }
    left.ended(known.get());
    return Optional.empty();
  }

  private Optional<String> opened() {
    try {
      IbmSession.Mode mode = kind == Kind.BATCH ? IbmSession.Mode.BATCH : IbmSession.Mode.DEDICATED;
      String opened = service.openSession(mode, device).id();
      sessions.opened(opened, kind);
      say.accept(word() + " " + opened + " is open on " + device);
      return Optional.of(opened);
    } catch (IbmException e) {
      if (!isReopened) {
        throw e;
      }
      giveUp(e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public synchronized void refused(String closed, String reason) {
    sessions.open().stream().filter(session -> session.id().equals(closed)).forEach(left::ended);
    id = Optional.empty();
    if (isReopened) {
      giveUp(reason);
    } else {
      isReopened = true;
      say.accept(
          word() + " " + closed + " takes no more jobs (" + reason + "); a new one is opened");
    }
  }

  private void giveUp(String reason) {
    isGivenUp = true;
    say.accept("no " + word() + " takes jobs (" + reason + "); the rest goes as single jobs");
  }

  /** The run's open sessions are closed; should it go on, another one is opened. */
  synchronized void forget() {
    id = Optional.empty();
  }

  private String word() {
    return OpenSessions.word(kind);
  }
}

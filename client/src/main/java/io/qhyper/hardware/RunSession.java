package io.qhyper.hardware;

import io.qhyper.backend.ibm.IbmException;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.IbmSession;
import io.qhyper.backend.ibm.SessionSource;
import io.qhyper.store.journal.RunJournal;
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
  private final IbmSession.Mode mode;
  private final RunJournal journal;
  private final Consumer<String> say;
  private Optional<String> id = Optional.empty();
  private boolean isReopened;
  private boolean isGivenUp;

  RunSession(
      IbmService service,
      String device,
      IbmSession.Mode mode,
      RunJournal journal,
      Consumer<String> say) {
    this.service = service;
    this.device = device;
    this.mode = mode;
    this.journal = journal;
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
    Optional<String> known = journal.fact(word()).filter(fact -> !fact.isEmpty());
    if (known.isEmpty()) {
      return known;
    }
    try {
      if (service.session(known.get()).acceptingJobs()) {
        return known;
      }
      say.accept(word() + " " + known.get() + " takes no more jobs; a new one is opened");
    } catch (IbmException e) {
      if (e.kind() != IbmException.Kind.NOT_FOUND) {
        throw e;
      }
      say.accept(word() + " " + known.get() + " is gone; a new one is opened");
    }
    journal.note(word(), "");
    return Optional.empty();
  }

  private Optional<String> opened() {
    try {
      String opened = service.openSession(mode, device).id();
      journal.note(word(), opened);
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
    journal.note(word(), "");
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

  /** Closes it for new jobs; those submitted still run. */
  synchronized void close() {
    if (id.isPresent()) {
      String open = id.get();
      id = Optional.empty();
      try {
        service.closeSession(open);
        journal.note(word(), "");
      } catch (IbmException e) {
        say.accept(word() + " " + open + " could not be closed: " + e.getMessage());
      }
    }
  }

  /** Whether it costs while nothing runs in it. */
  boolean costsWhileIdle() {
    return mode == IbmSession.Mode.DEDICATED;
  }

  private String word() {
    return mode == IbmSession.Mode.BATCH ? "batch" : "session";
  }
}

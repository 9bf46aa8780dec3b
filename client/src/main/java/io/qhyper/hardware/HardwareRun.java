package io.qhyper.hardware;

import io.qhyper.backend.Backend;
import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.IbmSession;
import io.qhyper.backend.ibm.JobCare;
import io.qhyper.backend.ibm.LostJobs;
import io.qhyper.backend.ibm.LostPolicy;
import io.qhyper.backend.ibm.SessionSource;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.store.journal.Sessions.Kind;
import io.qhyper.store.journal.Sessions.Session;
import io.qhyper.store.journal.Submissions.Submission;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A run on a quantum computer, whose submissions and charges its journal keeps. */
public final class HardwareRun {
  private static final String ACCOUNT = "account";

  private final RunTerms terms;
  private final RunJournal journal;
  private final Spending spending;
  private final Optional<RunSession> runSession;
  private final OpenSessions openSessions;
  private final Backend backend;

  /**
   * A run that begins or goes on.
   *
   * @param service is closed with the backend
   * @throws IllegalArgumentException if the run has jobs at another account
   */
  public HardwareRun(IbmRuns program, IbmService service, RunJournal journal, RunTerms terms) {
    this.terms = terms;
    this.journal = journal;
    requireSameAccount();
    if (terms.lost() == LostPolicy.RESUBMIT) {
      giveUpLost(new LostJobs(service));
    }
    this.spending = new Spending(terms.limits(), journal, service);
    this.openSessions = new OpenSessions(service, journal.sessions(), terms.say());
    String device = program.device().name();
    Optional<Kind> kind = terms.mode().map(HardwareRun::kind);
    this.runSession =
        kind.map(k -> new RunSession(service, device, k, journal.sessions(), terms.say()));
    // Left by a process that was killed, when the run goes on in another mode, or by an older
    // version, which kept no clock.
    openSessions.close(left -> left.isSettled() || !kind.equals(Optional.of(left.kind())));
    this.backend =
        program.open(
            service,
            new JobCare(
                new RunSubmissions(journal, terms.say()),
                tags(journal, terms),
                spending,
                runSession.map(SessionSource.class::cast).orElse(SessionSource.NONE),
                new QueueNews(service, device, terms.news())));
  }

  private static TagNames tags(RunJournal journal, RunTerms terms) {
    String state = journal.fact("run_id").orElse("") + " " + journal.submissions().count();
    return new TagNames(state, terms.process());
  }

  /** A run may move on to another account only when nothing of it is left at the first. */
  private void requireSameAccount() {
    String begun = journal.fact(ACCOUNT).orElse(terms.account());
    boolean isOpen =
        !journal.submissions().open().isEmpty() || !journal.submissions().unfetched().isEmpty();
    if (!begun.equals(terms.account()) && isOpen) {
      throw new IllegalArgumentException(
          "jobs of this run are at %s, but this is %s: resume it with the --crn and --endpoint of the first"
              .formatted(begun, terms.account()));
    }
    journal.note(ACCOUNT, terms.account());
  }

  private void giveUpLost(LostJobs jobs) {
    for (Submission submission : journal.submissions().unfetched()) {
      JobId id = new JobId(submission.serviceId().orElseThrow());
      if (jobs.isLost(id, submission.intendedAt())) {
        journal.submissions().lost(submission.tag());
        terms
            .say()
            .accept("the service does not know job " + id + "; what it measured is sent again");
      }
    }
  }

  /** Where its jobs run. */
  public Backend backend() {
    return backend;
  }

  private static Kind kind(IbmSession.Mode mode) {
    return mode == IbmSession.Mode.BATCH ? Kind.BATCH : Kind.DEDICATED;
  }

  /** After the last job: looks up what is charged by now, and closes the session. */
  public void finished() {
    spending.settle();
    close(session -> true);
  }

  private void close(Predicate<Session> which) {
    openSessions.close(which);
    runSession.ifPresent(RunSession::forget);
  }

  /**
   * After a stop or failure: closes a session that would cost while nothing runs in it, and tells
   * which jobs go on.
   */
  public void brokenOff() {
    close(session -> session.kind() == Kind.DEDICATED);
    List<String> open =
        journal.submissions().open().stream()
            .map(Submission::serviceId)
            .flatMap(Optional::stream)
            .toList();
    if (!open.isEmpty()) {
      terms
          .say()
          .accept(
              (open.size() == 1 ? "job " : "jobs ")
                  + String.join(", ", open)
                  + " went on at the service when last seen; a resumed run fetches what they"
                  + " measure, 'qhyper jobs cancel ID' stops one");
    }
  }
}

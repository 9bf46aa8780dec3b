package io.qhyper.cli;

import io.qhyper.backend.ibm.IbmException;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.hardware.Settlement;
import io.qhyper.store.FileTrouble;
import io.qhyper.store.journal.Charges;
import io.qhyper.store.journal.JournalException;
import io.qhyper.store.journal.RunJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps what jobs and sessions of a run on hardware were charged in the end, which is often not
 * known when the run ends. Where the service cannot be asked, that is told and no more.
 *
 * @param run folder of the run
 * @param arguments of this call that come before the options of the run
 */
record LateCharges(Session session, Path run, List<String> arguments) {
  /** The same for a run that nobody has open; left alone while another process works on it. */
  void settle() throws IOException {
    try (RunJournal journal = RunJournal.read(run, session.console().clock())) {
      if (journal.charges().isSettled()) {
        return;
      }
    }
    try (RunJournal journal = RunJournal.open(run, session.console().clock())) {
      settle(journal);
    } catch (JournalException e) {
      session.console().say("charges are not looked up: " + e.getMessage());
    } catch (IOException e) {
      session.console().say("charges are not looked up: " + FileTrouble.message(e));
    }
  }

  /** Looks them up for a journal that is open to write. */
  void settle(RunJournal journal) throws IOException {
    if (journal.charges().isSettled()) {
      return;
    }
    Charges charges = journal.charges();
    Path file = run.resolve(RunJournal.FILE);
    String options = journal.fact("options").orElse("");
    try (IbmService service =
        TrainCommand.of(session, file, OptionsFile.parse(file, options), arguments)
            .openForARemark()) {
      new Settlement(service, charges, journal.sessions()).settle();
    } catch (IbmException | IllegalArgumentException e) {
      session
          .console()
          .say(
              "what %d jobs were charged in the end could not be looked up: %s"
                  .formatted(charges.open().size(), e.getMessage()));
    }
  }
}

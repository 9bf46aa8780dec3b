package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.backend.Capabilities;
import io.qhyper.backend.JobRequest;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where the circuits of a command will run: chosen and checked, but nothing has been sent. */
interface BackendChoice extends AutoCloseable {
  /** The name by which run files call it. */
  String name();

  /** What it can do. */
  Capabilities capabilities();

  /** Writes into a run's folder what is needed to go on with the run later. */
  void keep(RunFolder folder) throws IOException;

  /** The same for the run's journal. */
  Map<String, String> facts();

  /** The backend for a command that keeps no journal; it is closed with the choice. */
  Backend open();

  /** After a command that keeps no journal has given its result: its jobs are forgotten. */
  void delivered();

  /**
   * Refuses requests that together would pass the limits on what is spent, before any is sent.
   *
   * @throws io.qhyper.backend.BackendException of kind QUOTA if they would
   */
  void requireAllowed(List<JobRequest> requests);

  /** The backend for a run; it is closed with the choice. */
  Backend open(RunJournal journal);

  /** After the last job of a run. */
  void finished();

  /** After a run was stopped or has failed. */
  void brokenOff();

  @Override
  void close();
}

package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.backend.Capabilities;
import io.qhyper.backend.JobRequest;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import java.util.List;
import java.util.Map;

/**
 * The simulator in this process.
 *
 * @param backend is closed with the choice
 * @param facts what a run's journal keeps of it
 */
record LocalChoice(Backend backend, Map<String, String> facts) implements BackendChoice {
  @Override
  public String name() {
    return backend.name();
  }

  @Override
  public Capabilities capabilities() {
    return backend.capabilities();
  }

  @Override
  public void keep(RunFolder folder) {
    // The options say all.
  }

  @Override
  public Backend open() {
    return backend;
  }

  @Override
  public void delivered() {
    // Nothing outlives the command.
  }

  @Override
  public void requireAllowed(List<JobRequest> requests) {
    // Costs nothing.
  }

  @Override
  public Backend open(RunJournal journal) {
    return backend;
  }

  @Override
  public void finished() {
    // Nothing outlives the run.
  }

  @Override
  public void brokenOff() {
    // Nothing outlives the run.
  }

  @Override
  public void close() {
    backend.close();
  }
}

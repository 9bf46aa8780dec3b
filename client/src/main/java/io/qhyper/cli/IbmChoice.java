package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.backend.Capabilities;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.ibm.BindMode;
import io.qhyper.backend.ibm.DelayRange;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.hardware.HardwareRun;
import io.qhyper.hardware.IbmDevice;
import io.qhyper.hardware.IbmRuns;
import io.qhyper.hardware.RunTerms;
import io.qhyper.hardware.SingleJobs;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.target.TargetFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A quantum computer of IBM Quantum, with the program compiled for it. */
final class IbmChoice implements BackendChoice {
  /** The fact in a run's journal that tells how rows are sent: text or rows. */
  static final String BIND = "bind";

  private final IbmService service;
  private final IbmRuns program;
  private final SingleJobs jobs;
  private final RunTerms terms;
  private Optional<HardwareRun> run = Optional.empty();

  /**
   * A choice.
   *
   * @param service is closed with it
   * @param jobs those of a command that keeps no journal
   */
  IbmChoice(IbmService service, IbmRuns program, SingleJobs jobs, RunTerms terms) {
    this.service = service;
    this.program = program;
    this.jobs = jobs;
    this.terms = terms;
  }

  /**
   * The device as it was when a run began: what is compiled for it is the same again.
   *
   * @throws IOException if the folder does not hold it
   */
  static IbmDevice kept(String name, RunFolder folder) throws IOException {
    return new IbmDevice(
        name, TargetFile.read(folder.path().resolve(RunFolder.TARGET)), DelayRange.ANY);
  }

  /** The program on its device. */
  IbmRuns program() {
    return program;
  }

  @Override
  public String name() {
    return "ibm:" + program.device().name();
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        program.device().target().qubits().size(), program.options().limits().shots(), true);
  }

  @Override
  public void keep(RunFolder folder) throws IOException {
    TargetFile.write(folder.path().resolve(RunFolder.TARGET), program.device().target());
  }

  @Override
  public Map<String, String> facts() {
    // What a probe found may change; the run goes on in the form that it began with.
    return Map.of(BIND, program.options().bind() == BindMode.ROWS ? "rows" : "text");
  }

  @Override
  public Backend open() {
    if (terms.mode().isPresent()) {
      throw new IllegalArgumentException(
          "--mode batch and --mode session belong to train and plan; leave --mode out here");
    }
    return program.open(service, jobs, terms);
  }

  @Override
  public void delivered() {
    jobs.delivered();
  }

  @Override
  public void requireAllowed(List<JobRequest> requests) {
    double seconds = requests.stream().mapToDouble(program::seconds).sum();
    terms.requireAllowed(seconds);
  }

  @Override
  public Backend open(RunJournal journal) {
    HardwareRun opened = new HardwareRun(program, service, journal, terms);
    run = Optional.of(opened);
    return opened.backend();
  }

  @Override
  public void finished() {
    run.ifPresent(HardwareRun::finished);
  }

  @Override
  public void brokenOff() {
    run.ifPresent(HardwareRun::brokenOff);
  }

  @Override
  public void close() {
    jobs.close();
    service.close();
  }
}

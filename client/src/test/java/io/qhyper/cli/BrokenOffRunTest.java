package io.qhyper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.backend.Backend;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.Capabilities;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.bnn.ActivationChoice;
import io.qhyper.bnn.ModelSpec;
import io.qhyper.bnn.ProblemSpec;
import io.qhyper.bnn.Problems;
import io.qhyper.bnn.WidthChoice;
import io.qhyper.hybrid.LossMeasurement;
import io.qhyper.hybrid.Method;
import io.qhyper.hybrid.Objective;
import io.qhyper.hybrid.Start;
import io.qhyper.hybrid.StopRules;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.mitigation.CalibrationProgram;
import io.qhyper.optim.Adam;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A backend that fails in the middle of a run. */
class BrokenOffRunTest {
  @TempDir private Path folder;
  private final RecordingConsole recording = RecordingConsole.plain();

  private int train(Path path, Backend backend) throws IOException {
    return train(path, backend, Optional.empty());
  }

  private int train(Path path, Backend backend, Optional<RunMitigation> mitigation)
      throws IOException {
    return train(path, new LocalChoice(backend, Map.of()), mitigation);
  }

  private int train(Path path, BackendChoice choice, Optional<RunMitigation> mitigation)
      throws IOException {
    TrainingPlan plan =
        new TrainingPlan(
            Problems.create(
                new ProblemSpec.Gaussians(
                    new ModelSpec.HiddenLayer(2, ActivationChoice.SEARCH, WidthChoice.ALL, 0), 1)),
            new Brickwork(10, 1),
            new Method.ShiftByShots(
                4, new Objective.Mean(), Adam.withRate(0.2), new LossMeasurement(8, 1, 32)),
            new Start.NearSuperposition(0.1),
            StopRules.after(4),
            3,
            1,
            32,
            SimulationOptions.DEFAULT);
    RunFolder run = Files.exists(path) ? RunFolder.open(path) : RunFolder.create(path);
    try (RunJournal journal =
        RunJournal.exists(path)
            ? RunJournal.open(path, recording.console().clock())
            : RunJournal.create(path, recording.console().clock(), Map.of())) {
      return new TrainingRun(
              recording.session(),
              new CommonOptions(),
              plan,
              TrainingProgram.of(plan.ansatz()),
              Optional.empty(),
              mitigation,
              4,
              1,
              run,
              journal)
          .run(choice);
    }
  }

  @Test
  void leavesACompleteFolderAndGoesOn() throws IOException {
    Path run = folder.resolve("run");
    try (Backend failing = new FailingBackend(5);
        Backend whole = new LocalBackend(1)) {
      assertThatThrownBy(() -> train(run, failing))
          .isInstanceOf(RunFailedException.class)
          .hasMessageContainingAll("the queue is gone", "qhyper resume " + run);

      assertThat(run.toFile().list())
          .containsExactlyInAnyOrder(
              "journal.db", "metrics.csv", "model.json", "parameters.json", "circuit.qasm");
      assertThat(Files.readAllLines(run.resolve("metrics.csv"))).hasSize(1 + 2);
      assertThat(run.resolve(RunFolder.PARAMETERS)).content().contains("\"best\"");
      assertThat(train(run, whole)).isZero();
      assertThat(train(folder.resolve("undisturbed"), whole)).isZero();
    }
    for (String file : new String[] {"metrics.csv", "model.json", "parameters.json"}) {
      assertThat(run.resolve(file))
          .hasSameTextualContentAs(folder.resolve("undisturbed").resolve(file));
    }
  }

  private static RunMitigation twirl() {
    TrainingProgram program = TrainingProgram.of(new Brickwork(10, 1));
    MitigationOptions options = new MitigationOptions();
    new CommandLine(options).parseArgs("--mitigation", "twirl", "--calibration-shots", "40");
    return new RunMitigation(
        options,
        CalibrationProgram.of(
            options.sent(program.circuit()), TrainingProgram.REGISTER, "local", Optional.empty()));
  }

  @Test
  void aTwirledRunGoesOnBetweenItsSteps() throws IOException {
    Path run = folder.resolve("run");
    Path undisturbed = folder.resolve("undisturbed");
    try (Backend failing = new FailingBackend(6); // a calibration, two steps, half of the third
        Backend whole = new LocalBackend(1)) {
      assertThatThrownBy(() -> train(run, failing, Optional.of(twirl())))
          .isInstanceOf(RunFailedException.class);
      assertThat(Files.readAllLines(run.resolve("metrics.csv"))).hasSize(1 + 2);

      assertThat(train(run, whole, Optional.of(twirl()))).isZero();
      assertThat(train(undisturbed, whole, Optional.of(twirl()))).isZero();
    }
    for (String file : new String[] {"metrics.csv", "model.json", "parameters.json"}) {
      assertThat(run.resolve(file)).hasSameTextualContentAs(undisturbed.resolve(file));
    }
  }

  /** Hears how a run on it ends. */
  private static final class ListeningChoice implements BackendChoice {
    private final BackendChoice inner;
    private final List<String> heard = new ArrayList<>();

    ListeningChoice(Backend backend) {
      this.inner = new LocalChoice(backend, Map.of());
    }

    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public Capabilities capabilities() {
      return inner.capabilities();
    }

    @Override
    public void keep(RunFolder run) throws IOException {
      inner.keep(run);
    }

    @Override
    public Map<String, String> facts() {
      return inner.facts();
    }

    @Override
    public Backend open() {
      return inner.open();
    }

    @Override
    public void requireAllowed(List<JobRequest> requests) {
      inner.requireAllowed(requests);
    }

    @Override
    public Backend open(RunJournal journal) {
      return inner.open(journal);
    }

    @Override
    public void delivered() {
      inner.delivered();
    }

    @Override
    public void finished() {
      heard.add("finished");
    }

    @Override
    public void brokenOff() {
      heard.add("broken off");
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  @Test
  void anErrorIsToldToThePlaceOfTheRun() {
    ListeningChoice choice =
        new ListeningChoice(
            new FailingBackend(2) {
              @Override
              void fail() {
                throw new StackOverflowError("too deep");
              }
            });

    assertThatThrownBy(() -> train(folder.resolve("run"), choice, Optional.empty()))
        .isInstanceOf(StackOverflowError.class);
    assertThat(choice.heard).containsExactly("broken off");
    choice.close();
  }

  @Test
  void aFileThatCannotBeWrittenIsToldToThePlaceOfTheRun() throws IOException {
    Path run = folder.resolve("run");
    Files.createDirectories(run.resolve(RunFolder.PARAMETERS).resolve("in the way"));
    ListeningChoice choice = new ListeningChoice(new LocalBackend(1));

    assertThatThrownBy(() -> train(run, choice, Optional.empty())).isInstanceOf(IOException.class);
    assertThat(choice.heard).containsExactly("broken off");
    choice.close();
  }

  /** Takes so many jobs and no more. */
  private static class FailingBackend implements Backend {
    private final LocalBackend inner = new LocalBackend(1);
    private int left;

    FailingBackend(int jobs) {
      left = jobs;
    }

    @Override
    public String name() {
      return "failing";
    }

    @Override
    public boolean keepsJobs() {
      return false;
    }

    @Override
    public Capabilities capabilities() {
      return inner.capabilities();
    }

    @Override
    public JobId submit(JobRequest request) {
      if (left-- == 0) {
        fail();
      }
      return inner.submit(request);
    }

    void fail() {
      throw new BackendException(BackendException.Kind.JOB_FAILED, "the queue is gone");
    }

    @Override
    public JobState state(JobId id) {
      return inner.state(id);
    }

    @Override
    public JobState await(JobId id, Duration atMost) throws InterruptedException {
      return inner.await(id, atMost);
    }

    @Override
    public JobResult result(JobId id) {
      return inner.result(id);
    }

    @Override
    public void cancel(JobId id) {
      inner.cancel(id);
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}

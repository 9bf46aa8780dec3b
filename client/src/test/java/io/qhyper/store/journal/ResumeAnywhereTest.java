package io.qhyper.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.hybrid.Deadline;
import io.qhyper.hybrid.JournaledJobs;
import io.qhyper.hybrid.Measurement;
import io.qhyper.hybrid.StopSignal;
import io.qhyper.hybrid.Training;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.hybrid.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that dies before any of its durable steps comes to the same result when it is resumed. */
class ResumeAnywhereTest {
  /** Bit for bit, and NaN is NaN. */
  private static final RecursiveComparisonConfiguration EXACTLY =
      RecursiveComparisonConfiguration.builder()
          .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
          .build();

  @TempDir private Path folder;
  private KeptBackend backend = new KeptBackend();

  @AfterEach
  void close() {
    backend.close();
  }

  private record Outcome(TrainingResult result, List<Measurement> curve) {}

  private Outcome run(Path run, TrainingPlan plan, Crash crash) throws IOException {
    Clock clock = Clock.systemUTC();
    try (RunJournal journal =
        RunJournal.exists(run)
            ? RunJournal.open(run, clock)
            : RunJournal.create(Files.createDirectory(run), clock, Map.of())) {
      journal.trustTheSystem();
      TrainingResult result =
          new Training(
                  plan,
                  TrainingProgram.of(plan.ansatz()),
                  new JournaledJobs(backend, StopSignal.NEVER, crash.around(journal.jobs())),
                  new Deadline(clock, Optional.empty()),
                  StopSignal.NEVER,
                  journal::measured,
                  crash.around(journal.restarts()),
                  1)
              .run();
      journal.flush();
      return new Outcome(
          result, journal.measurements().stream().map(TimedMeasurement::measurement).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(Plans.class)
  void comesToTheSameResultWhereverItDied(Plans kind) throws IOException {
    TrainingPlan plan = kind.plan();
    Crash none = Crash.never();
    Outcome undisturbed = run(folder.resolve("undisturbed"), plan, none);
    List<?> jobs = List.copyOf(backend.submitted());
    assertThat(none.steps()).isGreaterThan(8);
    for (int step = 1; step <= none.steps(); step++) {
      Path run = folder.resolve("run" + step);
      backend.close();
      backend = new KeptBackend();
      Crash crash = new Crash(step);

      assertThatThrownBy(() -> run(run, plan, crash)).isInstanceOf(Crash.Killed.class);
      Outcome resumed = run(run, plan, Crash.never());

      assertThat(resumed)
          .as("died before durable step %d", step)
          .usingRecursiveComparison(EXACTLY)
          .isEqualTo(undisturbed);
      // Only a job whose id was lost is sent again: that is what tags are for.
      assertThat(backend.submitted()).hasSize(jobs.size() + (crash.beforeAnIdWasKept() ? 1 : 0));
      assertThat(backend.submitted().stream().distinct().toList()).isEqualTo(jobs);
    }
  }

  @Test
  void diesAgainAndAgain() throws IOException {
    TrainingPlan plan = Plans.ADAM.plan();
    Outcome undisturbed = run(folder.resolve("undisturbed"), plan, Crash.never());
    Path run = folder.resolve("run");
    Optional<Outcome> end = Optional.empty();
    for (int deaths = 0; end.isEmpty(); deaths++) {
      assertThat(deaths).isLessThan(100);
      try {
        end = Optional.of(run(run, plan, new Crash(5)));
      } catch (Crash.Killed e) {
        assertThat(e).isNotNull();
      }
    }
    assertThat(end.get()).usingRecursiveComparison(EXACTLY).isEqualTo(undisturbed);
  }

  @Test
  void aFinishedRunIsAnsweredFromTheJournalAlone() throws IOException {
    TrainingPlan plan = Plans.ADAM.plan();
    Path run = folder.resolve("run");
    Outcome first = run(run, plan, Crash.never());
    int jobs = backend.submitted().size();

    Outcome again = run(run, plan, Crash.never());

    assertThat(again).usingRecursiveComparison(EXACTLY).isEqualTo(first);
    assertThat(backend.submitted()).hasSize(jobs);
  }

  @Test
  void anotherPlanOnTheSameJournalIsRefused() throws IOException {
    Path run = folder.resolve("run");
    Crash early = new Crash(3);
    assertThatThrownBy(() -> run(run, Plans.ADAM.plan(), early)).isInstanceOf(Crash.Killed.class);

    assertThatThrownBy(() -> run(run, Plans.SPSA.plan(), Crash.never()))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("asked for something else");
  }
}

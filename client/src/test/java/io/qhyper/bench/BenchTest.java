package io.qhyper.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.IsaCompiler;
import io.qhyper.compile.Target;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.ShotResult;
import io.qhyper.store.Json;
import io.qhyper.target.MadeDevice;
import io.qhyper.target.TargetFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchTest {
  private static final CircuitText LOGICAL = CircuitText.logical(CircuitChoice.BRICKWORK);

  @TempDir private Path folder;

  private final List<String> begun = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(names = {"STATE", "SAMPLE", "GRADIENT", "SHOTS_GRADIENT", "NOISY"})
  void measuresTheReferenceAndTheEngineOfEachSize(TaskName task) {
    List<BenchRow> rows = run(List.of(task), List.of(3, 4), List.of(2), Set.of(EngineName.AUTO));

    assertThat(rows)
        .extracting(row -> row.task() + row.qubits() + row.engine())
        .containsExactly(task + "3reference", task + "3auto", task + "4reference", task + "4auto");
    assertThat(rows).allMatch(row -> row.repetitions() >= 7 && row.coldMs() > 0);
    assertThat(begun).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(names = {"STATE", "SAMPLE", "GRADIENT", "SHOTS_GRADIENT", "NOISY"})
  void measuresCircuitsOfGatesOnRandomPairs(TaskName task) {
    BenchPlan plan =
        new BenchPlan(
            List.of(task),
            List.of(CircuitChoice.RANDOM_PAIRS),
            List.of(),
            List.of(5),
            List.of(3),
            1,
            Set.of(EngineName.STATEVECTOR));

    List<BenchRow> rows = new Bench(new TickingMeter(), listener(), () -> false).run(plan);

    assertThat(rows)
        .extracting(row -> row.circuit() + " " + row.engine())
        .containsExactly("random-pairs reference", "random-pairs statevector");
  }

  @ParameterizedTest
  @EnumSource(names = {"STATE", "SAMPLE", "GRADIENT", "SHOTS_GRADIENT", "NOISY"})
  void measuresCircuitsCompiledForADevice(TaskName task) throws Exception {
    List<BenchRow> rows =
        new Bench(new TickingMeter(), listener(), () -> false)
            .run(onDevice(task, List.of(CircuitChoice.BRICKWORK, CircuitChoice.RANDOM_PAIRS), 4));

    assertThat(rows)
        .extracting(row -> row.circuit() + " " + row.engine() + " " + row.target())
        .containsExactly(
            "brickwork reference null",
            "brickwork auto null",
            "brickwork auto made_cz",
            "random-pairs reference null",
            "random-pairs auto null",
            "random-pairs auto made_cz");
  }

  @Test
  void leavesOutWhatADeviceHasTooFewQubitsFor() throws Exception {
    List<BenchRow> rows =
        new Bench(new TickingMeter(), listener(), () -> false)
            .run(onDevice(TaskName.STATE, List.of(CircuitChoice.BRICKWORK), 14));

    assertThat(rows).extracting(BenchRow::target).containsExactly(null, null);
    assertThat(leftOut).hasSize(1).first().asString().contains("state N=14 auto on made_cz: ");
  }

  private BenchPlan onDevice(TaskName task, List<CircuitChoice> circuits, int qubits)
      throws Exception {
    Target target = TargetFile.read(new MadeDevice("cz", 2, 5).writeTo(folder));
    BenchTarget device =
        new BenchTarget(
            target.name(), circuit -> IsaCompiler.compile(circuit, target, CompileOptions.DEFAULT));
    return new BenchPlan(
        List.of(task), circuits, List.of(device), List.of(qubits), List.of(2), 1, Set.of());
  }

  @Test
  void refusesShotsOfAnotherRandomCircuit() {
    CircuitText random = CircuitText.logical(CircuitChoice.RANDOM_PAIRS);
    Setting setting = new Setting(TaskName.SAMPLE, random, 6, 2, 1, EngineName.REFERENCE);
    Setting other = new Setting(TaskName.SAMPLE, random, 6, 3, 1, EngineName.REFERENCE);
    ShotResult shots = new SampleTask().prepare(other).get();

    assertThatThrownBy(() -> new SampleTask().verify(setting, shots))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the share of 1 in bit");
  }

  @Test
  void tellsWhatItLeavesOut() {
    List<BenchRow> rows =
        run(List.of(TaskName.STATE), List.of(32), List.of(1), Set.of(EngineName.REFERENCE));

    assertThat(rows).isEmpty();
    assertThat(leftOut)
        .hasSize(1)
        .first()
        .asString()
        .contains("state N=32 reference", "run it by shots");
  }

  @Test
  void refusesSizesWithoutAProblem() {
    assertThatThrownBy(() -> run(List.of(TaskName.LOSSES), List.of(12), List.of(4), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--qubits 12");
  }

  @Test
  void refusesWrongResults() {
    Setting setting = new Setting(TaskName.STATE, LOGICAL, 3, 2, 1, EngineName.AUTO);
    double[] right = new StateTask().prepare(setting).get();
    double[] wrong = right.clone();
    wrong[0] += 1e-9;
    wrong[1] -= 1e-9;

    new StateTask().verify(setting, right);
    assertThatThrownBy(() -> new StateTask().verify(setting, wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bitstring 0");
  }

  @Test
  void refusesShotsOfAnotherCircuit() {
    Setting setting = new Setting(TaskName.SAMPLE, LOGICAL, 6, 2, 1, EngineName.REFERENCE);
    Setting other = new Setting(TaskName.SAMPLE, LOGICAL, 6, 3, 1, EngineName.REFERENCE);
    Supplier<ShotResult> shots = new SampleTask().prepare(other);

    assertThatThrownBy(() -> new SampleTask().verify(setting, shots.get()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the share of 1 in bit");
  }

  @Test
  void refusesWrongLosses() {
    Setting setting = new Setting(TaskName.LOSSES, LOGICAL, 10, 0, 1, EngineName.AUTO);
    LossesTask task = new LossesTask();
    double[] losses = task.prepare(setting).get();

    task.verify(setting, losses);
    losses[0] += 1e-11;
    assertThatThrownBy(() -> task.verify(setting, losses))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the loss of ");
  }

  @Test
  void stopsBetweenSettings() {
    Bench bench = new Bench(new HandMeter(), listener(), () -> true);

    assertThat(bench.run(plan(List.of(TaskName.STATE), List.of(3), List.of(2), Set.of())))
        .isEmpty();
    assertThat(begun).isEmpty();
  }

  @Test
  void rowsAsJsonHaveTheAgreedKeys() {
    BenchRow row =
        new BenchRow("state", "brickwork", null, 17, 4, 1, "line", 0.25, 0.2, 0.5, 7, 6.5, 128L);

    assertThat(Json.line(row))
        .isEqualTo(
            "{\"task\":\"state\",\"circuit\":\"brickwork\",\"target\":null,\"qubits\":17,\"layers\":4,\"threads\":1,\"engine\":\"line\",\"median_ms\":0.25,\"min_ms\":0.2,\"max_ms\":0.5,\"repetitions\":7,\"cold_ms\":6.5,\"allocated_bytes\":128}\n");
  }

  @Test
  void theTableHasTheRatioToTheReferenceOfTheSameWork() {
    BenchRow reference =
        new BenchRow("state", "brickwork", null, 17, 4, 1, "reference", 25, 24, 26, 7, 40, 128L);
    BenchRow other =
        new BenchRow("state", "brickwork", null, 10, 4, 1, "reference", 0.1, 0.1, 0.1, 7, 1, 128L);
    BenchRow line =
        new BenchRow("state", "brickwork", null, 17, 4, 1, "line", 0.25, 0.2, 0.5, 3, 6.5, null);

    assertThat(BenchTable.of(List.of(other, reference, line)))
        .contains(
            "| state | brickwork | 17 | 4 | 1 | reference | 25.0 | 24.0 | 26.0 | 1.00 | 7 | 40.0 |"
                + " 128 |\n")
        .contains(
            "| state | brickwork | 17 | 4 | 1 | line | 0.250 | 0.200 | 0.500 | 100 | 3 | 6.50 | "
                + " |\n")
        .endsWith("Fewer than 7 runs where one takes over 2 s.\n");
  }

  private List<BenchRow> run(
      List<TaskName> tasks, List<Integer> qubits, List<Integer> layers, Set<EngineName> engines) {
    return new Bench(new TickingMeter(), listener(), () -> false)
        .run(plan(tasks, qubits, layers, engines));
  }

  private static BenchPlan plan(
      List<TaskName> tasks, List<Integer> qubits, List<Integer> layers, Set<EngineName> engines) {
    return new BenchPlan(
        tasks, List.of(CircuitChoice.BRICKWORK), List.of(), qubits, layers, 1, engines);
  }

  private Bench.Listener listener() {
    return new Bench.Listener() {
      @Override
      public void begins(int number, int total, String what) {
        begun.add(what);
      }

      @Override
      public void leftOut(String what, String reason) {
        leftOut.add(what + ": " + reason);
      }
    };
  }

  /** Every look takes 100 ms, so that a test ends soon. */
  private static final class TickingMeter implements Meter {
    private long looks;

    @Override
    public long nanos() {
      return 100_000_000 * looks++;
    }

    @Override
    public long allocatedBytes() {
      return 0;
    }
  }
}

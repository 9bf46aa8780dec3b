package io.qhyper.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.bnn.LossCache;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
  private static final Problem PROBLEM = Examples.gaussians();
  private static final LossTable LOSSES = LossTable.enumerate(PROBLEM, 2);
  private static final Brickwork ANSATZ = new Brickwork(10, 2);
  private static final TrainingProgram PROGRAM = TrainingProgram.of(ANSATZ);
  private static final double[] THETA = Examples.uniform(Examples.random(31), 40, 0, 6);

  @Test
  void exactLossIsTheMeanOverAllNetworks() {
    ExactLoss exact = new ExactLoss(PROGRAM, LOSSES.toArray());
    double[] probabilities = exact.probabilities(THETA);

    Evaluation evaluation = Evaluation.exact(exact, LOSSES, THETA, 3);

    double mean =
        IntStream.range(0, LOSSES.size())
            .mapToDouble(i -> probabilities[i] * PROBLEM.loss(LOSSES.network(i)))
            .sum();
    assertThat(evaluation.loss().mean()).isCloseTo(mean, within(1e-10));
    assertThat(evaluation.loss().standardError()).isZero();
    assertThat(IntStream.range(0, 1024).mapToDouble(i -> probabilities[i]).sum())
        .isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 1024, 5000})
  void topIsTheBeginningOfTheSortedList(int top) {
    ExactLoss exact = new ExactLoss(PROGRAM, LOSSES.toArray());
    double[] probabilities = exact.probabilities(THETA);
    List<Integer> sorted =
        IntStream.range(0, 1024)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
            .toList();

    List<Evaluation.Emitted> emitted = Evaluation.exact(exact, LOSSES, THETA, top).top();

    assertThat(emitted.stream().map(e -> (int) e.bits().index()))
        .isEqualTo(sorted.subList(0, Math.min(top, 1024)));
    assertThat(emitted)
        .allSatisfy(
            e -> {
              assertThat(e.probability()).isEqualTo(probabilities[(int) e.bits().index()]);
              assertThat(e.loss()).isCloseTo(PROBLEM.loss(e.bits()), within(1e-10));
            });
  }

  @Test
  void lowestIndexComesFirstAmongEquals() {
    double[] superposition = new Start.NearSuperposition(0).angles(new Brickwork(10, 1), 1);
    ExactLoss exact = new ExactLoss(TrainingProgram.of(new Brickwork(10, 1)), LOSSES.toArray());
    double[] probabilities = exact.probabilities(superposition);

    List<Evaluation.Emitted> emitted = Evaluation.exact(exact, LOSSES, superposition, 20).top();

    for (int i = 1; i < emitted.size(); i++) {
      double before = probabilities[(int) emitted.get(i - 1).bits().index()];
      double here = probabilities[(int) emitted.get(i).bits().index()];
      assertThat(before).isGreaterThanOrEqualTo(here);
      if (before == here) {
        assertThat(emitted.get(i).bits()).isGreaterThan(emitted.get(i - 1).bits());
      }
    }
  }

  @Test
  void shotsAgreeWithTheExactValues() {
    ExactLoss exact = new ExactLoss(PROGRAM, LOSSES.toArray());
    double[] probabilities = exact.probabilities(THETA);
    int shots = 20_000;
    try (LocalBackend backend = new LocalBackend(2)) {
      Evaluation evaluation =
          Evaluation.byShots(
              PROGRAM,
              new BackendJobs(backend, StopSignal.NEVER),
              new LossCache(PROBLEM, 2),
              THETA,
              shots,
              StreamKey.of(1, Purpose.EVALUATION),
              5);

      assertThat(evaluation.loss().shots()).isEqualTo(shots);
      assertThat(evaluation.loss().mean())
          .isCloseTo(exact.value(THETA), within(4 * evaluation.loss().standardError()));
      assertThat(evaluation.top()).hasSize(5);
      for (Evaluation.Emitted emitted : evaluation.top()) {
        double p = probabilities[(int) emitted.bits().index()];
        // The most probable of many are a little lucky, hence five standard errors.
        assertThat(emitted.probability()).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / shots)));
        assertThat(emitted.loss()).isCloseTo(PROBLEM.loss(emitted.bits()), within(1e-12));
      }
    }
  }
}

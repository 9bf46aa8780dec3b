package io.qhyper.study;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.ansatz.Entanglement;
import io.qhyper.ansatz.ProductState;
import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.bnn.Problems;
import io.qhyper.hybrid.Deadline;
import io.qhyper.hybrid.Ending;
import io.qhyper.hybrid.ExactLoss;
import io.qhyper.hybrid.ExactTrainer;
import io.qhyper.hybrid.LoopStore;
import io.qhyper.hybrid.RestartResult;
import io.qhyper.hybrid.RestartSeed;
import io.qhyper.hybrid.Start;
import io.qhyper.hybrid.StopSignal;
import io.qhyper.hybrid.StoppedException;
import io.qhyper.hybrid.TrainingListener;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.optim.Lbfgs;
import io.qhyper.optim.LbfgsResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** What cells have in common, made once; safe for use by several threads. */
final class Workbench {
  /** As the paper's authors train (reference, section 3). */
  private static final Lbfgs LBFGS = Lbfgs.withDefaults();

  private final StopSignal stop;
  private final Clock clock;
  private final int threads;
  private final Map<String, Problem> problems = new ConcurrentHashMap<>();
  private final Map<String, double[]> losses = new ConcurrentHashMap<>();
  private final Map<List<Object>, TrainingProgram> programs = new ConcurrentHashMap<>();
  private final Map<List<Object>, ExactLoss> exact = new ConcurrentHashMap<>();
  private final Map<List<Object>, RestartResult> optima = new ConcurrentHashMap<>();

  Workbench(StopSignal stop, Clock clock, int threads) {
    this.stop = stop;
    this.clock = clock;
    this.threads = threads;
  }

  StopSignal stop() {
    return stop;
  }

  Clock clock() {
    return clock;
  }

  Problem problem(String name) {
    return problems.computeIfAbsent(name, Workbench::create);
  }

  private static Problem create(String name) {
    try {
      return Problems.create(ProblemName.spec(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The loss of every bitstring in index order; not to be changed. */
  double[] losses(String name) {
    return losses.computeIfAbsent(
        name, key -> LossTable.enumerate(problem(key), threads).toArray());
  }

  double minimum(String name) {
    return Arrays.stream(losses(name)).min().orElseThrow();
  }

  Ansatz ansatz(Cell cell) {
    int qubits = problem(cell.problem()).bits();
    return cell.layers() == 0
        ? new ProductState(qubits)
        : cell.ansatz().build(qubits, cell.layers(), Entanglement.LINEAR);
  }

  private static List<Object> circuit(Cell cell) {
    return List.of(cell.problem(), cell.ansatz(), cell.layers());
  }

  /** The ansatz as it is sent where there is no noise. */
  TrainingProgram program(Cell cell) {
    return programs.computeIfAbsent(circuit(cell), key -> TrainingProgram.of(ansatz(cell)));
  }

  /** E(θ) without sampling, by the direct kernel. */
  ExactLoss exact(Cell cell) {
    return exact.computeIfAbsent(
        circuit(cell), key -> new ExactLoss(program(cell), losses(cell.problem())));
  }

  double[] uniformStart(Cell cell) {
    return uniformStart(cell, cell.seed());
  }

  private double[] uniformStart(Cell cell, long seed) {
    return new Start.Uniform().angles(ansatz(cell), seed);
  }

  /**
   * The lowest end of exact L-BFGS from uniform starts, those of {@code train --gradient exact}
   * with the seed of the cell.
   *
   * @param restarts how many starts, at least 1
   */
  RestartResult optimum(Cell cell, int restarts) {
    return IntStream.range(0, restarts)
        .mapToObj(restart -> end(cell, restart))
        .min(Comparator.comparingDouble(result -> result.expectedLoss().mean()))
        .orElseThrow();
  }

  private RestartResult end(Cell cell, int restart) {
    List<Object> key = List.of(circuit(cell), cell.seed(), restart);
    return optima.computeIfAbsent(key, k -> minimize(cell, restart));
  }

  /** Exact L-BFGS from the uniform start of a cell until the loss is low enough, or cannot fall. */
  LbfgsResult descend(Cell cell, double enough) {
    ExactLoss loss = exact(cell);
    LbfgsResult result =
        LBFGS.minimize(
            loss,
            LBFGS.start(loss, uniformStart(cell)),
            state -> !stop.isRequested() && state.value() > enough);
    if (stop.isRequested()) {
      throw new StoppedException();
    }
    return result;
  }

  private RestartResult minimize(Cell cell, int restart) {
    long seed = RestartSeed.of(cell.seed(), restart);
    ExactTrainer trainer =
        new ExactTrainer(
            exact(cell),
            stop,
            new Deadline(clock, Optional.empty()),
            TrainingListener.NONE,
            LoopStore.NONE);
    RestartResult result = trainer.minimize(restart, seed, uniformStart(cell, seed), LBFGS);
    if (result.ending() == Ending.STOPPED) {
      throw new StoppedException();
    }
    return result;
  }
}

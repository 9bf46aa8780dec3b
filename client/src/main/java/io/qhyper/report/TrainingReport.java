package io.qhyper.report;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.bnn.EnumerationSummary;
import io.qhyper.bnn.LossCache.Scored;
import io.qhyper.bnn.Problem;
import io.qhyper.hybrid.RestartResult;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.hybrid.TrainingResult;
import io.qhyper.shots.Counts;
import io.qhyper.sim.NoiseChoice;
import io.qhyper.store.journal.RunJournal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What {@code train --json} prints; null stands for what is not known.
 *
 * @param run folder of the run
 * @param problem name of the problem
 * @param bits number of bits of a network, and of qubits
 * @param ansatz name of the ansatz
 * @param layers number of its layers
 * @param entanglingGates gates on two or more qubits that the program holds
 * @param parameters length of the flat parameter vector
 * @param liveParameters parameters on which anything measured depends
 * @param iterations steps made by all restarts
 * @param circuits circuits run
 * @param shots shots spent
 * @param seconds wall clock
 * @param expectedLoss E(θ) at the recommended angles
 * @param standardError of it; 0 if it is exact
 * @param expectedLossShots fresh shots behind it; 0 if it is exact or was not confirmed
 * @param nearOptimal probability that the recommended circuit emits a network within 1 % of the
 *     global minimum, measured by {@code sampleShots} shots
 * @param sampleShots shots behind it
 * @param globalMinimum lowest loss of all networks, where all were enumerated
 * @param best the best network sampled
 * @param restarts what each restart came to
 * @param noise what disturbed a simulated run; null if nothing did
 * @param mitigation how losses were corrected for readout errors; null if they were not
 * @param hardware what was used of a quantum computer; null if nothing was
 * @param stopped whether the run was asked to end early
 */
public record TrainingReport(
    String run,
    String problem,
    int bits,
    String ansatz,
    int layers,
    long entanglingGates,
    int parameters,
    int liveParameters,
    long iterations,
    long circuits,
    long shots,
    double seconds,
    Double expectedLoss,
    Double standardError,
    long expectedLossShots,
    Double nearOptimal,
    long sampleShots,
    Double globalMinimum,
    Best best,
    List<Restart> restarts,
    NoiseReport noise,
    MitigationReport mitigation,
    HardwareUse hardware,
    boolean stopped) {

  /**
   * A network and how good it is.
   *
   * @param loss on the training set
   * @param bits printed
   * @param trainAccuracy in [0, 1]
   * @param testAccuracy in [0, 1]; null without a test set
   */
  public record Best(double loss, String bits, double trainAccuracy, Double testAccuracy) {}

  /**
   * What one restart came to.
   *
   * @param nearOptimal probability that its circuit emits a network within 1 % of the global
   *     minimum, measured by its fresh shots
   * @param seed of its random streams
   * @param ending why it ended, in lower case
   */
  public record Restart(
      Double expectedLoss,
      Double standardError,
      Double nearOptimal,
      long iterations,
      long seed,
      String ending) {
    static Restart of(RestartResult result, Double nearOptimal) {
      return new Restart(
          number(result.expectedLoss().mean()),
          number(result.expectedLoss().standardError()),
          nearOptimal,
          result.iterations(),
          result.seed(),
          result.ending().toString());
    }
  }

  /** The report on a run. */
  public static TrainingReport of(
      String run,
      Problem problem,
      Ansatz ansatz,
      TrainingProgram program,
      TrainingResult result,
      Optional<EnumerationSummary> landscape,
      Optional<NoiseChoice> noise,
      Optional<MitigationReport> mitigation,
      RunJournal journal) {
    RestartResult chosen = result.bestRestart();
    return new TrainingReport(
        run,
        problem.name(),
        problem.bits(),
        ansatz.name(),
        ansatz.layers(),
        program.entanglingGates(),
        ansatz.parameterCount(),
        program.liveParameters(),
        result.iterations(),
        result.circuits(),
        result.shots(),
        journal.spent().toMillis() / 1e3,
        number(chosen.expectedLoss().mean()),
        number(chosen.expectedLoss().standardError()),
        chosen.expectedLoss().shots(),
        nearOptimal(problem, result.sample(), landscape),
        result.sample().map(Counts::shots).orElse(0L),
        landscape.map(EnumerationSummary::minimum).orElse(null),
        result.network().map(network -> best(problem, network)).orElse(null),
        result.restarts().stream()
            .map(r -> Restart.of(r, nearOptimal(problem, r.sample(), landscape)))
            .toList(),
        noise.map(NoiseReport::ofShots).orElse(null),
        mitigation.orElse(null),
        HardwareUse.of(journal),
        result.stopped());
  }

  /** The same report for a run folder that may have been moved, with what is charged by now. */
  public TrainingReport today(String folder, RunJournal journal) {
    return new TrainingReport(
        folder,
        problem,
        bits,
        ansatz,
        layers,
        entanglingGates,
        parameters,
        liveParameters,
        iterations,
        circuits,
        shots,
        seconds,
        expectedLoss,
        standardError,
        expectedLossShots,
        nearOptimal,
        sampleShots,
        globalMinimum,
        best,
        restarts,
        noise,
        mitigation,
        HardwareUse.of(journal),
        stopped);
  }

  private static Best best(Problem problem, Scored network) {
    OptionalDouble test = problem.testAccuracy(network.bits());
    return new Best(
        network.loss(),
        network.bits().toString(),
        problem.trainAccuracy(network.bits()),
        test.isPresent() ? test.getAsDouble() : null);
  }

  private static Double nearOptimal(
      Problem problem, Optional<Counts> sample, Optional<EnumerationSummary> landscape) {
    if (sample.isEmpty() || landscape.isEmpty()) {
      return null;
    }
    double limit = EnumerationSummary.nearLimit(landscape.get().minimum());
    double[] losses = problem.losses(sample.get().toMap().keySet(), 1);
    long near = 0;
    for (int entry = 0; entry < losses.length; entry++) {
      near += losses[entry] <= limit ? sample.get().count(entry) : 0;
    }
    return (double) near / sample.get().shots();
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}

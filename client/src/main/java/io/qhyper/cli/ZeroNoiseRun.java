package io.qhyper.cli;

import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.compile.GateFolding;
import io.qhyper.compile.GateFolding.Folded;
import io.qhyper.extrapolation.Extrapolation;
import io.qhyper.extrapolation.ScaledValue;
import io.qhyper.hybrid.Evaluation;
import io.qhyper.hybrid.Jobs;
import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.report.ExtrapolationReport;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The folded circuits of a zero-noise extrapolation, made and measured.
 *
 * @param options which scales and fits
 * @param folded one circuit for each scale
 * @param requests one for each of them
 * @param seed of all chance
 */
record ZeroNoiseRun(ZneOptions options, List<Folded> folded, List<JobRequest> requests, long seed) {

  /** What was found, with the numbers for the report. */
  record Found(Evaluation evaluation, ExtrapolationReport report) {}

  /**
   * The circuits of one set of angles.
   *
   * @param circuit as the backend would run it
   * @param shots of each scale
   */
  static ZeroNoiseRun of(ZneOptions options, CompiledRow circuit, int shots, long seed) {
    List<Folded> folded = new ArrayList<>();
    List<JobRequest> requests = new ArrayList<>();
    for (double scale : options.scales()) {
      Folded next = GateFolding.fold(circuit.circuit(), scale);
      if (!folded.isEmpty() && next.scale() == folded.get(folded.size() - 1).scale()) {
        throw new IllegalArgumentException(
            "--zne %s: two of the scales fold the circuit's %d entangling gates alike; choose them further apart"
                .formatted(options.scales(), Math.round(next.entanglingGates() / next.scale())));
      }
      StreamKey stream = StreamKey.of(seed, Purpose.EVALUATION).withIteration(folded.size());
      requests.add(
          new JobRequest(Qasm3Writer.write(next.circuit()), List.of(circuit.row()), shots, stream));
      folded.add(next);
    }
    return new ZeroNoiseRun(options, folded, requests, seed);
  }

  /**
   * Runs and scores them. The networks are those of the lowest scale.
   *
   * @param scoring what the counts of one circuit come to
   */
  Found measured(Jobs jobs, Function<Counts, Evaluation> scoring) {
    List<Evaluation> evaluations = new ArrayList<>();
    for (JobResult result : jobs.run(requests)) {
      evaluations.add(scoring.apply(result.register(TrainingProgram.REGISTER).get(0)));
    }
    List<ScaledValue> values = new ArrayList<>();
    List<ExtrapolationReport.Scale> scales = new ArrayList<>();
    long shots = 0;
    for (int i = 0; i < evaluations.size(); i++) {
      LossEstimate loss = evaluations.get(i).loss();
      Folded circuit = folded.get(i);
      values.add(new ScaledValue(circuit.scale(), loss.mean(), loss.standardError()));
      scales.add(
          new ExtrapolationReport.Scale(
              circuit.scale(),
              circuit.entanglingGates(),
              loss.mean(),
              loss.standardError(),
              loss.shots()));
      shots += loss.shots();
    }
    StreamKey stream = StreamKey.of(seed, Purpose.BOOTSTRAP);
    List<Extrapolation> fits =
        options.fits().stream().map(fit -> fit.extrapolate(values, stream)).toList();
    LossEstimate result = new LossEstimate(fits.get(0).value(), fits.get(0).standardError(), shots);
    return new Found(evaluations.get(0).with(result), ExtrapolationReport.of(scales, fits));
  }
}

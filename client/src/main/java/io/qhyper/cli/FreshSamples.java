package io.qhyper.cli;

import io.qhyper.backend.Backend;
import io.qhyper.backend.JobRequest;
import io.qhyper.compare.NoiseScaleFit;
import io.qhyper.compare.Provenance;
import io.qhyper.hybrid.BackendJobs;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.report.ComparedSample;
import io.qhyper.shots.Counts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a circuit on the backends that a comparison names.
 *
 * @param circuit what to run
 * @param hardwareOptions arguments for quantum computers
 * @param afterwards takes what is to be done after the comparison has been written
 */
record FreshSamples(
    Session session,
    CommonOptions common,
    KeptCircuit circuit,
    List<String> hardwareOptions,
    List<Runnable> afterwards) {
  /** The chance of noise models lies behind that of all samples of a comparison. */
  private static final int MODELS = 1 << 20;

  /**
   * Runs the circuit on a backend.
   *
   * @param position of the sample within the comparison; its chance depends on it
   */
  ComparedSample sample(BackendSpec spec, int shots, int position) throws IOException {
    BackendOptions options = spec.options(spec.isHardware() ? hardwareOptions : List.of());
    String text = circuit.program().text();
    try (BackendChoice choice = options.choose(session, common, text)) {
      afterwards.add(choice::delivered);
      Counts counts = run(choice.open(), shots, position);
      Optional<String> compiled =
          choice instanceof IbmChoice ibm
              ? Optional.of(Qasm3Writer.write(ibm.program().compiled().circuit()))
              : options.compiledText(circuit.program().circuit(), Path.of(""));
      Provenance provenance = circuit.provenance();
      return new ComparedSample(
          spec.text(),
          choice.name(),
          compiled.map(provenance::compiledTo).orElse(provenance),
          counts,
          Optional.empty(),
          List.of(),
          Optional.empty());
    }
  }

  /** The simulator with a noise model at any scale; each scale is simulated once. */
  NoiseScaleFit.Model model(String noise, int shots) {
    Map<Double, Counts> known = new HashMap<>();
    return scale -> known.computeIfAbsent(scale, s -> simulated(noise, s, shots));
  }

  private Counts simulated(String noise, double scale, int shots) {
    BackendSpec spec = BackendSpec.of("local:noise-scale=" + scale + ",noise=" + noise);
    try (Backend backend = spec.options(List.of()).open(common.threads())) {
      return run(backend, shots, MODELS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Counts run(Backend backend, int shots, int position) {
    JobRequest request =
        new JobRequest(
            circuit.program().text(),
            List.of(circuit.row()),
            shots,
            StreamKey.of(common.seed(), Purpose.COMPARISON).withIteration(position));
    return new BackendJobs(backend, session.stop()::getAsBoolean)
        .run(List.of(request))
        .get(0)
        .register(TrainingProgram.REGISTER)
        .get(0);
  }
}

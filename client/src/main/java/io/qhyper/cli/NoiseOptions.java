package io.qhyper.cli;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.IsaCompiler;
import io.qhyper.compile.Target;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.hybrid.TrainingProgram.Liveness;
import io.qhyper.noise.DevicePrograms;
import io.qhyper.noise.NoiseSource;
import io.qhyper.sim.Noise;
import io.qhyper.sim.NoiseMethod;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.sim.noise.NoiseModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** What disturbs simulated circuits. Add as a {@code @Mixin}. */
final class NoiseOptions {
  private static final String KIND = "noise_kind";
  private static final String TEXT = "noise_text";

  @Option(
      names = "--noise",
      paramLabel = "NOISE",
      description =
          "Simulate noise: depolarizing:p1=P,p2=P with the probabilities of a Pauli error after"
              + " every gate on one and on two qubits; device:DIR_OR_FILE as a device's calibration"
              + " says (,match=reported keeps gates at their reported error), waiting qubits"
              + " included, each step as late as can be; or a YAML file.")
  private String noise;

  @Option(
      names = "--noise-scale",
      paramLabel = "S",
      description = "Make the noise S times as strong; 0 leaves none (default: 1).")
  private Double scale;

  @Option(
      names = "--noise-method",
      paramLabel = "NAME",
      description =
          "How noise is simulated: auto chooses (default), frames, trajectories or density.")
  private NoiseMethod method;

  private Optional<NoiseSource> source = Optional.empty();

  /** Whether the user wants noise. */
  boolean isGiven() {
    return noise != null;
  }

  /**
   * The noise with what it was made from; files are read once.
   *
   * @throws IllegalArgumentException if an option needs {@code --noise} and it is missing, or is
   *     wrong
   */
  private Optional<NoiseSource> source() throws IOException {
    if (noise == null && (scale != null || method != null)) {
      throw new IllegalArgumentException(
          (scale == null ? "--noise-method" : "--noise-scale") + " needs --noise");
    }
    if (source.isEmpty() && noise != null) {
      source = Optional.of(NoiseSource.named(noise));
    }
    return source;
  }

  /** The options of a simulator, with the noise. */
  SimulationOptions applied(SimulationOptions options) throws IOException {
    Optional<NoiseSource> found = source();
    if (found.isEmpty()) {
      return options;
    }
    NoiseModel model = found.get().model().scaled(scale == null ? 1 : scale);
    return options.withNoise(new Noise(model, method == null ? NoiseMethod.AUTO : method));
  }

  /** What a circuit becomes before it is simulated: with device noise, the device's own text. */
  UnaryOperator<Circuit> preparation(CompileOptions compile) throws IOException {
    return device()
        .<UnaryOperator<Circuit>>map(target -> new DevicePrograms(target, compile))
        .orElse(UnaryOperator.identity());
  }

  /** A circuit in the gates of the noise's device, with all its inputs; as it is without one. */
  Circuit inNativeGates(Circuit circuit, CompileOptions compile) throws IOException {
    return device()
        .map(target -> IsaCompiler.compile(circuit, target, compile).circuit())
        .orElse(circuit);
  }

  /** The version of the calibration of the noise's device; empty without one. */
  Optional<String> deviceVersion() throws IOException {
    return device().map(Target::version);
  }

  /** The device for which circuits are compiled first; empty without one. */
  Optional<Target> device() throws IOException {
    return source().flatMap(NoiseSource::target);
  }

  /**
   * The program of an ansatz: whole where noise acts on all its gates; as hardware would get it
   * without noise and with that of a device.
   */
  TrainingProgram program(Ansatz ansatz) throws IOException {
    Optional<NoiseSource> found = source();
    if (found.isEmpty() || found.get().target().isPresent()) {
      return TrainingProgram.of(ansatz);
    }
    return TrainingProgram.whole(
        ansatz, found.get().model().isIncoherent() ? Liveness.AS_WITHOUT_NOISE : Liveness.ANY);
  }

  /** What a run's journal keeps, so that the run can go on with the same noise. */
  Map<String, String> facts() throws IOException {
    return source()
        .map(found -> Map.of(KIND, found.kind().name(), TEXT, found.text()))
        .orElse(Map.of());
  }

  /** Takes the noise that a run began with, in place of files that may have changed. */
  void use(Function<String, Optional<String>> fact) throws IOException {
    Optional<String> kind = fact.apply(KIND);
    if (kind.isPresent()) {
      source =
          Optional.of(
              NoiseSource.of(NoiseSource.Kind.valueOf(kind.get()), fact.apply(TEXT).orElseThrow()));
    }
  }

  /** What the user should know of the model. */
  Iterable<String> remarks() throws IOException {
    return source().map(NoiseSource::remarks).orElse(List.of());
  }
}

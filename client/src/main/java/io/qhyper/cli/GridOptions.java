package io.qhyper.cli;

import io.qhyper.study.GridKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The grid of a study by options. Add as a {@code @Mixin}. */
final class GridOptions {
  private final Map<GridKey, List<String>> values = new EnumMap<>(GridKey.class);

  /** What was given. */
  Map<GridKey, List<String>> values() {
    return values;
  }

  private void put(GridKey key, String text) {
    values.put(key, key.split(text));
  }

  @Option(
      names = "--problem",
      paramLabel = "NAME,…",
      description =
          "mnist-A-B-ENCODING or gaussians-H, such as gaussians-2 (default: mnist-0-1-m3p1).")
  void problem(String text) {
    put(GridKey.PROBLEM, text);
  }

  @Option(
      names = "--layers",
      paramLabel = "L,…",
      description = "Layers; 0 is the product state (default: 2; depth 0,2,4,6,8; noise 4).")
  void layers(String text) {
    put(GridKey.LAYERS, text);
  }

  @Option(
      names = "--ansatz",
      paramLabel = "NAME,…",
      description = "brickwork (default), real-amplitudes, efficient-su2.")
  void ansatz(String text) {
    put(GridKey.ANSATZ, text);
  }

  @Option(
      names = "--shots",
      paramLabel = "N,…",
      description =
          "Shots of each circuit of a gradient (default: 32; noise 128; shots 16,64,…,4096).")
  void shots(String text) {
    put(GridKey.SHOTS_EACH, text);
  }

  @Option(
      names = "--estimator",
      paramLabel = "NAME,…",
      description = "Of gradients by shots: shift, coordinate; of study shots also spsa.")
  void estimator(String text) {
    put(GridKey.ESTIMATOR, text);
  }

  @Option(
      names = "--coordinates",
      paramLabel = "K",
      description = "Parameters that a step of estimator coordinate draws (default: 8).")
  void coordinates(String text) {
    put(GridKey.COORDINATES, text);
  }

  @Option(
      names = "--optimizer",
      paramLabel = "NAME,…",
      description = "adam, sgd, spsa; of study noise also lbfgs, exact and without noise.")
  void optimizer(String text) {
    put(GridKey.OPTIMIZER_NAME, text);
  }

  @Option(
      names = "--total-shots",
      paramLabel = "N,…",
      description = "What one training of study optimizer may spend (default: 20000,60000,180000).")
  void totalShots(String text) {
    put(GridKey.TOTAL_SHOTS, text);
  }

  @Option(
      names = "--restarts",
      paramLabel = "R",
      description =
          "Exact trainings by lbfgs of study noise for each seed, of which the best is taken"
              + " (default: 5).")
  void restarts(String text) {
    put(GridKey.RESTARTS, text);
  }

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Steps of a training by shots of study noise (default: 1000).")
  void iterations(String text) {
    put(GridKey.ITERATIONS, text);
  }

  @Option(
      names = "--noise",
      paramLabel = "NOISE",
      description =
          "Noise at scale 1: depolarizing:p1=P,p2=P, probabilities of a Pauli error, or a YAML file"
              + " (default: depolarizing:p1=0.001,p2=0.00375, the paper's).")
  void noise(String text) {
    put(GridKey.NOISE_MODEL, text);
  }

  @Option(
      names = "--noise-scale",
      paramLabel = "S,…",
      description = "Factors of the noise (default: 0,0.2,0.5,1,1.5,2).")
  void noiseScale(String text) {
    put(GridKey.NOISE_SCALE, text);
  }

  @Option(
      names = "--precision",
      paramLabel = "X",
      description = "Standard error of a loss under noise (default: 0.002).")
  void precision(String text) {
    put(GridKey.PRECISION, text);
  }

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      description = "How far above the enumerated minimum a success may be (default: 0.0001).")
  void tolerance(String text) {
    put(GridKey.TOLERANCE, text);
  }

  @Option(
      names = "--signal-to-noise",
      paramLabel = "X",
      description =
          "Wanted ratio of the gradient's length to that of its error, for study shots (default:"
              + " 1).")
  void signalToNoise(String text) {
    put(GridKey.SIGNAL_TO_NOISE, text);
  }

  @Option(
      names = "--seeds",
      paramLabel = "N|A,B,…",
      description =
          "How many seeds, from --seed on, or which (default: 5; shots 20; depth 100, its starts).")
  void seeds(String text) {
    put(GridKey.SEEDS, text);
  }
}

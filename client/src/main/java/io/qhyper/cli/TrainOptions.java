package io.qhyper.cli;

import io.qhyper.bnn.ModelSpec;
import io.qhyper.hybrid.LossMeasurement;
import io.qhyper.hybrid.Method;
import io.qhyper.hybrid.Objective;
import io.qhyper.hybrid.Sentinel;
import io.qhyper.hybrid.Start;
import io.qhyper.hybrid.StopRules;
import io.qhyper.optim.Adam;
import io.qhyper.optim.Lbfgs;
import io.qhyper.optim.Sgd;
import io.qhyper.optim.Spsa;
import io.qhyper.optim.SpsaGains;
import io.qhyper.optim.UpdateRule;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to train: gradient, optimiser, start and stop. Add as a {@code @Mixin}. */
final class TrainOptions {
  private static final int LBFGS_HISTORY = 100;
  private static final int SENTINEL_SHOTS = 1024;

  /** Where gradients come from. */
  enum Gradient {
    SHIFT,
    COORDINATE,
    EXACT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is done with them. */
  enum Optimizer {
    ADAM,
    SGD,
    SPSA,
    LBFGS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where angles begin. */
  enum Init {
    SUPERPOSITION,
    UNIFORM;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--gradient",
      paramLabel = "NAME",
      defaultValue = "shift",
      description =
          "shift: parameter shift by shots (default); coordinate: the same for a few parameters,"
              + " drawn anew for every step; exact: exact expectations of all 2^N networks, without"
              + " shots.")
  private Gradient gradient;

  @Option(
      names = "--coordinates",
      paramLabel = "K",
      description =
          "Live parameters that each step of --gradient coordinate draws and shifts; the"
              + " derivatives are scaled so that the gradient is right on average (default: 8).")
  private Integer coordinates;

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      description =
          "adam (default), sgd, spsa (two circuits a step instead of a gradient), lbfgs (default of"
              + " --gradient exact).")
  private Optimizer optimizer;

  @Option(
      names = "--objective",
      paramLabel = "NAME",
      description =
          "What training by shots lowers: mean, the expected loss; cvar:ALPHA, the mean of the"
              + " lowest part ALPHA of the losses; gibbs:ETA, which weighs low losses more"
              + " (default: mean; gibbs:80 for a hidden layer).")
  private String objective;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Of adam and sgd (default: 0.2), and of spsa: the first change of an angle.")
  private Double learningRate;

  @Option(names = "--momentum", paramLabel = "X", description = "Of sgd (default: 0.9).")
  private Double momentum;

  @Option(
      names = "--spsa-perturbation",
      paramLabel = "X",
      description = "First perturbation of an angle by spsa, in radians (default: 0.2).")
  private Double spsaPerturbation;

  @Option(
      names = "--spsa-average",
      paramLabel = "N",
      description = "Directions that one step of spsa averages (default: 1).")
  private Integer spsaAverage;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description =
          "Steps of one restart (default: 60; hidden layer 100; ten times as"
              + " many by coordinates; spsa 1000, lbfgs 500).")
  private Integer iterations;

  @Option(
      names = "--shots",
      paramLabel = "N",
      description = "Shots of each circuit of a gradient (default: 32; spsa 128).")
  private Integer shots;

  @Option(
      names = "--loss-shots",
      paramLabel = "N",
      defaultValue = "256",
      description = "Shots of each measurement of the loss itself (default: ${DEFAULT-VALUE}).")
  private int lossShots;

  @Option(
      names = "--loss-every",
      paramLabel = "N",
      description =
          "Steps between measurements of the loss; 0 for none before the end (default: 1; spsa"
              + " and coordinates 10).")
  private Integer lossEvery;

  @Option(
      names = "--confirm-shots",
      paramLabel = "N",
      defaultValue = "4096",
      description =
          "Fresh shots that confirm the result of a restart, and look for the best network "
              + "(default: ${DEFAULT-VALUE}).")
  private int confirmShots;

  @Option(
      names = "--sentinel",
      paramLabel = "every=K",
      description =
          "Measure a fixed circuit, that of the start, beside every K-th step; 'runs show' tells"
              + " how it drifts (default: never).")
  private String sentinel;

  @Option(
      names = "--sentinel-shots",
      paramLabel = "N",
      description = "Shots of each measurement of the fixed circuit (default: 1024).")
  private Integer sentinelShots;

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      description = "Stop when the gradient gets as short (default: never; lbfgs 1e-6).")
  private Double tolerance;

  @Option(
      names = "--patience",
      paramLabel = "N",
      defaultValue = "0",
      description = "Stop after N loss measurements without a new lowest one (default: never).")
  private int patience;

  @Option(
      names = "--max-seconds",
      paramLabel = "N",
      description = "Stop after N seconds (default: never).")
  private Double maxSeconds;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many times to start over; the best is taken (default: ${DEFAULT-VALUE}).")
  private int restarts;

  @Option(
      names = "--init",
      paramLabel = "NAME",
      description =
          "Starting angles: superposition (default), near the equal superposition of all networks; "
              + "uniform in [0, 2 pi) (default of lbfgs and hidden layers). --params FILE starts "
              + "from given ones.")
  private Init init;

  @Option(
      names = "--init-spread",
      paramLabel = "X",
      defaultValue = "0.1",
      description =
          "How far from superposition each angle starts at most, in radians (default: "
              + "${DEFAULT-VALUE}).")
  private double initSpread;

  /** Fills in the defaults that depend on other options, and refuses what does not fit. */
  void resolve(ModelSpec model) {
    if (optimizer == null) {
      optimizer = gradient == Gradient.EXACT ? Optimizer.LBFGS : Optimizer.ADAM;
    }
    if (optimizer == Optimizer.LBFGS && gradient != Gradient.EXACT) {
      throw new IllegalArgumentException(
          "--optimizer lbfgs needs exact gradients: add --gradient exact");
    }
    if (optimizer == Optimizer.SPSA && gradient == Gradient.EXACT) {
      throw new IllegalArgumentException(
          "--optimizer spsa takes no gradient: drop --gradient exact");
    }
    resolveCoordinates();
    if (sentinel != null && gradient == Gradient.EXACT) {
      throw new IllegalArgumentException(
          "--sentinel does not apply to --gradient exact, which takes no shots");
    }
    if (sentinel == null && sentinelShots != null) {
      throw new IllegalArgumentException("--sentinel-shots needs --sentinel every=K");
    }
    sentinelShots = sentinel == null ? null : orElse(sentinelShots, SENTINEL_SHOTS);
    boolean spsa = optimizer == Optimizer.SPSA;
    boolean lbfgs = optimizer == Optimizer.LBFGS;
    if (lbfgs && learningRate != null) {
      throw new IllegalArgumentException(
          "--learning-rate does not apply to --optimizer lbfgs, which searches along lines");
    }
    if (lbfgs && patience != 0) {
      throw new IllegalArgumentException(
          "--patience does not apply to --optimizer lbfgs, whose every step is a new lowest one");
    }
    learningRate = lbfgs ? null : orElse(learningRate, 0.2);
    momentum = only("--momentum", momentum, Optimizer.SGD, 0.9);
    spsaPerturbation = only("--spsa-perturbation", spsaPerturbation, Optimizer.SPSA, 0.2);
    spsaAverage = only("--spsa-average", spsaAverage, Optimizer.SPSA, 1);
    iterations = orElse(iterations, usualIterations(model));
    tolerance = orElse(tolerance, lbfgs ? 1e-6 : 0);
    init = orElse(init, lbfgs || hasHiddenLayer(model) ? Init.UNIFORM : Init.SUPERPOSITION);
    if (gradient != Gradient.EXACT) {
      shots = orElse(shots, spsa ? 128 : 32);
      lossEvery = orElse(lossEvery, spsa || gradient == Gradient.COORDINATE ? 10 : 1);
      // Mean squared errors differ little and their landscapes have many traps.
      objective = orElse(objective, hasHiddenLayer(model) ? "gibbs:80" : "mean");
    } else if (shots != null || lossEvery != null || objective != null) {
      throw new IllegalArgumentException(
          "--shots, --loss-every and --objective do not apply to --gradient exact, which takes no"
              + " shots");
    }
  }

  private void resolveCoordinates() {
    if (gradient != Gradient.COORDINATE) {
      if (coordinates != null) {
        throw new IllegalArgumentException("--coordinates belongs to --gradient coordinate");
      }
      return;
    }
    if (optimizer == Optimizer.SPSA) {
      throw new IllegalArgumentException(
          "--optimizer spsa takes no gradient: drop --gradient coordinate");
    }
    if (tolerance != null && tolerance != 0) {
      throw new IllegalArgumentException(
          "--tolerance does not apply to --gradient coordinate, which does not measure the whole"
              + " gradient");
    }
    coordinates = orElse(coordinates, 8);
  }

  private int usualIterations(ModelSpec model) {
    return switch (optimizer) {
      case SPSA -> 1000;
      case LBFGS -> 500;
      default -> (hasHiddenLayer(model) ? 100 : 60) * (gradient == Gradient.COORDINATE ? 10 : 1);
    };
  }

  private static boolean hasHiddenLayer(ModelSpec model) {
    return model instanceof ModelSpec.HiddenLayer;
  }

  private static <T> T orElse(T given, T fallback) {
    return given == null ? fallback : given;
  }

  private <T> T only(String option, T given, Optimizer owner, T fallback) {
    if (optimizer == owner) {
      return orElse(given, fallback);
    }
    if (given != null) {
      throw new IllegalArgumentException(option + " belongs to --optimizer " + owner);
    }
    return null;
  }

  int restarts() {
    return restarts;
  }

  int iterations() {
    return iterations;
  }

  int confirmShots() {
    return confirmShots;
  }

  Sentinel sentinel() {
    if (sentinel == null) {
      return Sentinel.NONE;
    }
    if (!sentinel.matches("every=[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          "--sentinel must be every=K with K of 1 or more, got '" + sentinel + "'");
    }
    return new Sentinel(Integer.parseInt(sentinel.substring("every=".length())), sentinelShots);
  }

  Start start() {
    return init == Init.UNIFORM ? new Start.Uniform() : new Start.NearSuperposition(initSpread);
  }

  StopRules stopRules() {
    if (maxSeconds != null && !(maxSeconds >= 0 && maxSeconds <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("--max-seconds must be 0 or more, got " + maxSeconds);
    }
    Optional<Duration> limit =
        Optional.ofNullable(maxSeconds).map(s -> Duration.ofMillis(Math.round(s * 1000)));
    return new StopRules(iterations, tolerance, patience, limit);
  }

  Method method() {
    if (gradient == Gradient.EXACT) {
      return optimizer == Optimizer.LBFGS
          ? new Method.ExactLbfgs(new Lbfgs(LBFGS_HISTORY, tolerance, iterations))
          : new Method.ExactFirstOrder(rule());
    }
    LossMeasurement loss = new LossMeasurement(lossShots, lossEvery, confirmShots);
    if (optimizer == Optimizer.SPSA) {
      return new Method.SpsaByShots(shots, objective(), spsa(), loss);
    }
    if (gradient == Gradient.COORDINATE) {
      return new Method.CoordinatesByShots(coordinates, shots, objective(), rule(), loss);
    }
    return new Method.ShiftByShots(shots, objective(), rule(), loss);
  }

  private Objective objective() {
    String[] parts = objective.split(":", 2);
    try {
      if (parts[0].equals("mean") && parts.length == 1) {
        return new Objective.Mean();
      } else if (parts[0].equals("cvar") && parts.length == 2) {
        return new Objective.Cvar(Double.parseDouble(parts[1]));
      } else if (parts[0].equals("gibbs") && parts.length == 2) {
        return new Objective.Gibbs(Double.parseDouble(parts[1]));
      }
    } catch (NumberFormatException e) {
      // Told below, as any other text.
    }
    throw new IllegalArgumentException(
        "--objective must be mean, cvar:ALPHA or gibbs:ETA, got '" + objective + "'");
  }

  private UpdateRule rule() {
    return optimizer == Optimizer.SGD
        ? new Sgd(learningRate, momentum)
        : Adam.withRate(learningRate);
  }

  private Spsa spsa() {
    // Losses of these problems change by about one over an angle of order one.
    double typicalGradient = 1;
    SpsaGains gains =
        SpsaGains.forFirstChange(learningRate, typicalGradient, spsaPerturbation, iterations);
    return new Spsa(gains, spsaAverage);
  }
}

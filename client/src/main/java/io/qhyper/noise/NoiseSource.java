package io.qhyper.noise;

import io.qhyper.compile.Target;
import io.qhyper.noise.DeviceNoise.RelaxationMatch;
import io.qhyper.sim.noise.NoiseModel;
import io.qhyper.target.TargetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A noise model with what it was made from, so that a run can be repeated whatever becomes of the
 * files.
 *
 * @param kind how {@code text} is to be read
 * @param text all that the model was made from
 * @param model the model
 * @param target the device that the model is of; empty if it is of none
 * @param remarks what the user should know of the model
 */
public record NoiseSource(
    Kind kind, String text, NoiseModel model, Optional<Target> target, List<String> remarks) {
  private static final String DEPOLARIZING = "depolarizing:";
  private static final String DEVICE = "device:";
  private static final String MATCH = ",match=";

  /** How a model is given. */
  public enum Kind {
    /** A built-in model by its name and numbers. */
    BUILT_IN,
    /** YAML. */
    FILE,
    /** A device, whose relaxation stays. */
    DEVICE,
    /** A device, whose relaxation is shortened to reported errors. */
    DEVICE_AS_REPORTED
  }

  /**
   * The model that a command line names: {@code depolarizing:p1=…,p2=…}, {@code
   * device:DIR_OR_FILE[,match=reported]}, or a YAML file.
   *
   * @throws IllegalArgumentException if it names none
   * @throws io.qhyper.store.MalformedFileException if a file holds something else
   * @throws IOException if a file cannot be read
   */
  public static NoiseSource named(String name) throws IOException {
    if (name.startsWith(DEPOLARIZING)) {
      return of(Kind.BUILT_IN, name);
    } else if (name.startsWith(DEVICE)) {
      String rest = name.substring(DEVICE.length());
      int comma = rest.lastIndexOf(MATCH);
      Kind kind = comma < 0 ? Kind.DEVICE : match(rest.substring(comma + MATCH.length()));
      Path path = Path.of(comma < 0 ? rest : rest.substring(0, comma));
      Target target = TargetFile.read(path);
      return device(kind, TargetFile.text(target), target);
    }
    return file(Path.of(name), NoiseFile.text(Path.of(name)));
  }

  private static Kind match(String match) {
    return switch (match) {
      case "relaxation" -> Kind.DEVICE;
      case "reported" -> Kind.DEVICE_AS_REPORTED;
      default ->
          throw new IllegalArgumentException(
              "match of device noise must be relaxation or reported, got '" + match + "'");
    };
  }

  /** The model that a kept text was made into before. */
  public static NoiseSource of(Kind kind, String text) throws IOException {
    return switch (kind) {
      case BUILT_IN -> builtIn(text);
      case FILE -> file(Path.of("noise"), text);
      case DEVICE, DEVICE_AS_REPORTED -> device(kind, text, TargetFile.parse(text));
    };
  }

  private static NoiseSource builtIn(String text) {
    double[] p = Numbers.named(text, text.substring(DEPOLARIZING.length()), "p1", "p2");
    return new NoiseSource(
        Kind.BUILT_IN, text, NoiseModel.depolarizing(p[0], p[1]), Optional.empty(), List.of());
  }

  private static NoiseSource file(Path source, String text) {
    return new NoiseSource(
        Kind.FILE, text, NoiseFile.parse(source, text), Optional.empty(), List.of());
  }

  private static NoiseSource device(Kind kind, String text, Target target) {
    RelaxationMatch match =
        kind == Kind.DEVICE ? RelaxationMatch.RELAXATION : RelaxationMatch.REPORTED;
    DeviceNoise.Derived derived = DeviceNoise.of(target, match);
    List<String> remarks = new ArrayList<>();
    for (Map.Entry<String, List<List<Integer>>> gate : derived.exceeding().entrySet()) {
      long usable =
          target.sites(gate.getKey()).keySet().stream()
              .filter(on -> target.isUsable(gate.getKey(), on))
              .count();
      remarks.add(
          "relaxation alone exceeds the reported error of %d of %d %s gates%s: %s"
              .formatted(
                  gate.getValue().size(),
                  usable,
                  gate.getKey(),
                  kind == Kind.DEVICE ? "" : " and is shortened to it",
                  gate.getValue()));
    }
    return new NoiseSource(kind, text, derived.model(), Optional.of(target), remarks);
  }
}

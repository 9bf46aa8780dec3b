package io.qhyper.cli;

import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.compile.IsaCompiler;
import io.qhyper.compile.NativeGates;
import io.qhyper.compile.Target;
import io.qhyper.target.TargetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which device to compile for, and how. Add as a {@code @Mixin}. */
final class TargetOptions {
  private static final List<String> FRACTIONAL = List.of("rx", "rzz");

  @Option(
      names = "--target",
      paramLabel = "DIR_OR_FILE",
      description =
          "Device: a folder with configuration.json and properties.json, or a file of "
              + "compile --write-target.")
  private Path path;

  @Option(
      names = "--layout",
      paramLabel = "Q,Q,...",
      split = ",",
      description = "Physical qubit of each qubit (default: the best by the device's calibration).")
  private List<Integer> layout;

  @Option(names = "--fractional", description = "Use the device's rx and rzz, too.")
  private boolean fractional;

  /** Whether the user named a device. */
  boolean isGiven() {
    return path != null;
  }

  /** The device that the user named. */
  Target target() throws IOException {
    return TargetFile.read(path);
  }

  /** Refuses options that need a device where there is none. */
  void refuseWithoutTarget() {
    if (path == null && (layout != null || fractional)) {
      throw new IllegalArgumentException(
          (layout == null ? "--fractional" : "--layout") + " needs --target DIR_OR_FILE");
    }
  }

  /** Tells the user if {@code --fractional} asks for gates that the device does not have. */
  void sayWhatIsMissing(Target target, Console console) {
    List<String> missing =
        fractional
            ? FRACTIONAL.stream().filter(gate -> !hasUsable(target, gate)).toList()
            : List.of();
    if (!missing.isEmpty()) {
      console.say(
          "device %s has no %s that works: --fractional %s"
              .formatted(
                  target.name(),
                  String.join(" and no ", missing),
                  missing.size() == FRACTIONAL.size() ? "changes nothing" : "uses the rest"));
    }
  }

  private static boolean hasUsable(Target target, String gate) {
    return target.sites(gate).keySet().stream().anyMatch(site -> target.isUsable(gate, site));
  }

  /** How to compile. */
  CompileOptions compileOptions() {
    CompileOptions options = CompileOptions.DEFAULT;
    if (fractional) {
      options = options.with(NativeGates.FRACTIONAL);
    }
    return layout == null ? options : options.withLayout(layout);
  }

  /** The circuit in the native gates of the device. */
  CompiledCircuit compile(Circuit circuit, Target target) {
    return IsaCompiler.compile(circuit, target, compileOptions());
  }
}

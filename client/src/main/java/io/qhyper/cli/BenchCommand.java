package io.qhyper.cli;

import io.qhyper.bench.Bench;
import io.qhyper.bench.BenchPlan;
import io.qhyper.bench.BenchRow;
import io.qhyper.bench.BenchTable;
import io.qhyper.bench.BenchTarget;
import io.qhyper.bench.CircuitChoice;
import io.qhyper.bench.ProcessMeter;
import io.qhyper.bench.TaskName;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.IsaCompiler;
import io.qhyper.compile.Target;
import io.qhyper.sim.EngineName;
import io.qhyper.target.TargetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qhyper bench}: how long the simulator and the losses take on this machine. */
@Command(
    footer = {
      "",
      "Tasks: state (all probabilities), sample (1,024 shots), gradient (exact, all parameters),",
      "shots-gradient (all its shifted circuits, 1,024 shots each), noisy (1,024 shots with gate",
      "errors), mps (1,024 shots at sizes that fit no memory), enumerate (all losses of a problem),"
          + " losses (of 1,000 networks). Circuits are",
      "the paper's ansatz (brickwork) or layers of rotations and of gates on random pairs, both at",
      "random angles; losses are those of mnist (17, 19 bits) and gaussians (10, 14, 18 bits)."
          + " Each",
      "result is checked before it is timed: at least 7 warm runs, fewer where one takes over 2 s.",
      "The reference runs the logical text, beside each engine.",
      "",
      "Example: qhyper bench --task state,gradient --qubits 10,17 --layers 4",
      "Example: qhyper bench --task state,sample,noisy --qubits 17 --target devices/torino"
    })
final class BenchCommand implements Callable<Integer> {
  private static final String ALL = "all";

  private final Session session;

  @Option(
      names = "--task",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "state",
      description = "What to time, or all (default: ${DEFAULT-VALUE}).")
  private List<String> tasks;

  @Option(
      names = "--circuit",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "brickwork",
      description = "brickwork or random-pairs (default: ${DEFAULT-VALUE}).")
  private List<String> circuits;

  @Option(
      names = "--target",
      paramLabel = "DIR_OR_FILE",
      description =
          "Also time the circuit compiled for this device: a folder with configuration.json and"
              + " properties.json, or a file of compile --write-target. May be repeated.")
  private List<Path> targets = List.of();

  @Option(
      names = "--qubits",
      paramLabel = "N",
      split = ",",
      description = "Sizes, such as 10,14,17 (default: a few for each task).")
  private List<Integer> qubits = List.of();

  @Option(
      names = "--layers",
      paramLabel = "L",
      split = ",",
      defaultValue = "4",
      description = "Layers of the circuit (default: ${DEFAULT-VALUE}).")
  private List<Integer> layers;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      split = ",",
      description =
          "What to compare with the reference: auto, line, mps, statevector, or all that can do"
              + " the task (default: auto; mps for the task mps).")
  private List<String> engines = List.of();

  @Mixin private CommonOptions common;

  BenchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    BenchPlan plan =
        new BenchPlan(tasks(), circuits(), targets(), qubits, layers, common.threads(1), engines());
    ResultOutput output = new ResultOutput(session.console(), common);
    output.check();
    List<BenchRow> rows;
    try (Progress progress = Progress.of(session.console(), common, "timing")) {
      rows = new Bench(new ProcessMeter(), listener(progress), session.stop()).run(plan);
    }
    output.write(rows, BenchTable.of(rows));
    return ExitCode.OK;
  }

  private List<TaskName> tasks() {
    return tasks.equals(List.of(ALL))
        ? List.of(TaskName.values())
        : tasks.stream().map(TaskName::named).toList();
  }

  private List<CircuitChoice> circuits() {
    return circuits.stream().map(CircuitChoice::named).toList();
  }

  private List<BenchTarget> targets() throws IOException {
    List<BenchTarget> devices = new ArrayList<>();
    for (Path path : targets) {
      Target target = TargetFile.read(path);
      devices.add(
          new BenchTarget(
              target.name(),
              circuit -> IsaCompiler.compile(circuit, target, CompileOptions.DEFAULT)));
    }
    return devices;
  }

  private Set<EngineName> engines() {
    if (engines.equals(List.of(ALL))) {
      return EnumSet.allOf(EngineName.class);
    }
    return Set.copyOf(engines.stream().map(EngineName::named).toList());
  }

  private Bench.Listener listener(Progress progress) {
    return new Bench.Listener() {
      @Override
      public void begins(int number, int total, String what) {
        progress.update(number, total, what);
      }

      @Override
      public void leftOut(String what, String reason) {
        if (!common.quiet()) {
          progress.close();
          session.console().say(what + " is left out: " + reason);
        }
      }
    };
  }
}

package io.qhyper.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The classes of the product and the arrows between its packages that are allowed. */
final class Product {
  static final String ROOT = "io.qhyper.";

  /** All packages of qasm-export and local-sim, with all below them: no files, no network. */
  static final String[] PURE = {
    "io.qhyper.circuit..",
    "io.qhyper.ansatz..",
    "io.qhyper.compile..",
    "io.qhyper.shift..",
    "io.qhyper.qasm..",
    "io.qhyper.shots..",
    "io.qhyper.random..",
    "io.qhyper.sim..",
  };

  /** Package → the packages that it may use; names without {@link #ROOT}. */
  static final Map<String, Set<String>> ARROWS = arrows();

  /** The classes under test; imported once, as that takes longer than all the rules. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.qhyper");

  private Product() {}

  private static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    // qasm-export
    allow(arrows, "circuit");
    allow(arrows, "shots");
    allow(arrows, "ansatz", "circuit");
    allow(arrows, "compile", "circuit");
    allow(arrows, "shift", "circuit");
    allow(arrows, "qasm.internal");
    allow(arrows, "qasm", "circuit", "qasm.internal");
    // local-sim
    allow(arrows, "random");
    allow(arrows, "sim.state", "circuit", "random");
    allow(arrows, "sim.line");
    allow(arrows, "sim.fused", "sim.state", "circuit");
    allow(arrows, "sim.sampling", "sim.state", "shots", "random");
    allow(arrows, "sim.mps");
    allow(arrows, "sim.noise", "circuit", "sim.state", "random");
    allow(
        arrows,
        "sim",
        "sim.line",
        "sim.state",
        "sim.fused",
        "sim.sampling",
        "sim.mps",
        "sim.noise",
        "circuit",
        "compile",
        "qasm",
        "shots",
        "random");
    // client
    allow(arrows, "data", "random");
    allow(arrows, "bnn", "data", "shots", "random");
    allow(arrows, "optim", "random");
    allow(arrows, "backend", "shots", "random");
    allow(arrows, "backend.local", "backend", "sim", "qasm", "circuit", "shots", "random");
    allow(arrows, "backend.ibm", "backend", "qasm", "circuit", "shots", "random");
    allow(arrows, "mitigation", "store", "backend", "qasm", "circuit", "shots", "random");
    allow(arrows, "store", "optim", "bnn", "data", "shots");
    allow(arrows, "target", "store", "compile");
    // makes noise models of files and devices, and the programs of devices
    allow(arrows, "noise", "sim.noise", "target", "store", "compile", "circuit");
    // sim for the exact mode only: no backend gives amplitudes
    allow(
        arrows,
        "hybrid",
        "sim",
        "backend",
        "mitigation",
        "store",
        "optim",
        "bnn",
        "data",
        "ansatz",
        "compile",
        "shift",
        "qasm",
        "circuit",
        "shots",
        "random");
    // fits; knows nothing of how values were measured
    allow(arrows, "extrapolation", "random");
    // implements what the loop asks of a memory (LoopStore, JobLog), so that hybrid knows no SQL
    allow(arrows, "store.journal", "store", "hybrid", "backend", "optim", "bnn", "shots", "random");
    // what the loop will send, cut as the service's backend will cut it
    allow(arrows, "plan", "hybrid", "backend", "backend.ibm", "optim");
    allow(
        arrows,
        "hardware",
        "backend.ibm",
        "backend",
        "target",
        "store.journal",
        "store",
        "compile",
        "qasm",
        "circuit");
    // statistics of two samples; knows nothing of how they were measured
    allow(arrows, "compare", "shots", "random");
    allow(
        arrows,
        "report",
        "compare",
        "extrapolation",
        "mitigation",
        "circuit",
        "hybrid",
        "store",
        "store.journal",
        "bnn",
        "data",
        "ansatz",
        "sim",
        "sim.noise",
        "shots",
        "random");
    // the drawings know what they draw, the page knows nothing of this project
    allow(arrows, "drawing", "circuit", "compile", "bnn", "data");
    allow(arrows, "page");
    allow(arrows, "watch", "page");
    allow(
        arrows,
        "report.page",
        "report",
        "compare",
        "page",
        "drawing",
        "store",
        "store.journal",
        "hybrid",
        "bnn",
        "data",
        "compile",
        "circuit",
        "shots",
        "random");
    allow(
        arrows,
        "bench",
        "sim",
        "sim.noise",
        "hybrid",
        "bnn",
        "ansatz",
        "compile",
        "shift",
        "qasm",
        "circuit",
        "shots",
        "random");
    // exact values by sim; QPU time as plans estimate it
    allow(
        arrows,
        "study",
        "hybrid",
        "backend",
        "backend.local",
        "backend.ibm",
        "noise",
        "store",
        "optim",
        "bnn",
        "ansatz",
        "sim",
        "sim.noise",
        "shots",
        "random");
    String[] all = arrows.keySet().toArray(new String[0]);
    allow(arrows, "cli", all);
    // integration-tests: knows the simulator that it runs, and nothing of the client
    allow(arrows, "sandbox", "sim", "qasm", "circuit", "shots", "random");
    allow(arrows, "sandbox.cli", "sandbox");
    // What only its owner may know, even from the top.
    arrows
        .get("cli")
        .removeAll(
            Set.of(
                "qasm.internal", "sim.line", "sim.mps", "sim.state", "sim.fused", "sim.sampling"));
    return arrows;
  }

  private static void allow(Map<String, Set<String>> arrows, String from, String... to) {
    arrows.put(from, new TreeSet<>(Arrays.asList(to)));
  }
}

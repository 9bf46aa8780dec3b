package io.qhyper.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * One line of the list of commands: enough for the help, without loading the command's class.
 *
 * @param name what the user types
 * @param group the heading in the help
 * @param summary what it does, one short line
 * @param create makes the command
 */
record CommandEntry(
    String name, String group, String summary, Function<Session, Callable<Integer>> create) {

  private static final String TRAINING = "Training";
  private static final String PROBLEMS = "Problems";
  private static final String HARDWARE = "IBM Quantum";
  private static final String PROGRAMS = "Circuits and programs";

  /** All commands, in the order of the help; commands of a group follow each other. */
  static List<CommandEntry> all() {
    return List.of(
        new CommandEntry(
            "train", TRAINING, "Train a circuit that emits good networks.", TrainCommand::new),
        new CommandEntry(
            "plan", TRAINING, "Tell what a run on hardware will take and cost.", PlanCommand::new),
        new CommandEntry(
            "resume",
            TRAINING,
            "Go on with a run that was stopped or broke off.",
            ResumeCommand::new),
        new CommandEntry(
            "runs", TRAINING, "List runs, show one, or export what it measured.", RunsCommand::new),
        new CommandEntry(
            "report", TRAINING, "Make the page of a run or a study.", ReportCommand::new),
        new CommandEntry(
            "watch", TRAINING, "Serve the page of a run while it goes on.", WatchCommand::new),
        new CommandEntry(
            "evaluate",
            TRAINING,
            "Tell what a circuit with given angles emits.",
            EvaluateCommand::new),
        new CommandEntry(
            "compare",
            TRAINING,
            "Tell how far hardware and simulations are apart.",
            CompareCommand::new),
        new CommandEntry(
            "study",
            TRAINING,
            "Measure a grid of settings: shots, depth, noise, optimizer.",
            StudyCommand::new),
        new CommandEntry(
            "calibrate",
            TRAINING,
            "Measure readout errors, to correct for them.",
            CalibrateCommand::new),
        new CommandEntry(
            "mitigate",
            TRAINING,
            "Correct stored counts for readout errors.",
            MitigateCommand::new),
        new CommandEntry(
            "predict", TRAINING, "Apply a trained network to new data.", PredictCommand::new),
        new CommandEntry(
            "problems", PROBLEMS, "List the problems, or describe one.", ProblemsCommand::new),
        new CommandEntry(
            "enumerate",
            PROBLEMS,
            "Compute the losses of all networks of a problem.",
            EnumerateCommand::new),
        new CommandEntry(
            "export",
            PROGRAMS,
            "Print an ansatz as OpenQASM 2 or 3, bound or parametrised.",
            ExportCommand::new),
        new CommandEntry(
            "compile",
            PROGRAMS,
            "Compile a circuit for a device: native gates, best qubits.",
            CompileCommand::new),
        new CommandEntry(
            "run", PROGRAMS, "Run any OpenQASM program and print its counts.", RunCommand::new),
        new CommandEntry(
            "bench", PROGRAMS, "Time the simulator and the losses.", BenchCommand::new),
        new CommandEntry(
            "ibm", HARDWARE, "Store the key of an account, or probe it.", IbmCommand::new),
        new CommandEntry(
            "backends", HARDWARE, "List quantum computers, or describe one.", BackendsCommand::new),
        new CommandEntry(
            "jobs", HARDWARE, "List, show, fetch, cancel or delete jobs.", JobsCommand::new),
        new CommandEntry(
            "usage", HARDWARE, "Tell how much time has been used.", UsageCommand::new));
  }
}

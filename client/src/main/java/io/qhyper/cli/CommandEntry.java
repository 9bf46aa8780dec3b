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
  private static final String PROGRAMS = "Circuits and programs";

  /** All commands, in the order of the help; commands of a group follow each other. */
  static List<CommandEntry> all() {
    return List.of(
        new CommandEntry(
            "train", TRAINING, "Train a circuit that emits good networks.", TrainCommand::new),
        new CommandEntry(
            "export",
            PROGRAMS,
            "Print an ansatz as OpenQASM 2 or 3, bound or parametrised.",
            ExportCommand::new));
  }
}

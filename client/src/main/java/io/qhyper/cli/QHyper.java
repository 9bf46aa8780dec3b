package io.qhyper.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code qhyper}: finds the command, runs it, and turns its outcome into a code. */
@Command(
    name = "qhyper",
    customSynopsis = "qhyper COMMAND [OPTIONS]",
    sortOptions = false,
    description = {"Trains quantum hypernetworks: binary neural networks in superposition.", ""},
    footer = {
      "",
      "'qhyper COMMAND --help' tells more. Without an account, './qhyper sandbox' plays IBM"
          + " Quantum",
      "on this machine.",
      "",
      "Example: qhyper export --qubits 4 --layers 2"
    })
public final class QHyper implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec;

  private QHyper() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    Console console = Console.ofProcess();
    StopSignal stop = new StopSignal();
    Interruption interruption = Interruption.install(console, stop);
    int code = run(new Session(console, stop), args);
    interruption.commandFinished();
    System.exit(code);
  }

  /** Runs one command in this process and gives its exit code. */
  static int run(Session session, String... args) {
    Failures failures =
        new Failures(
            session,
            List.of(args).contains(HelpOptions.STACKTRACE)
                ? Failures.Trace.SHOWN
                : Failures.Trace.HIDDEN);
    int code;
    try {
      code = commandLine(session, failures, args).execute(args);
    } catch (Throwable error) { // picocli hands over exceptions, but not errors
      code = failures.report(error);
    }
    session.console().out().flush();
    if (session.console().out().checkError()) {
      session.console().say("stdout was closed or is full; the result is incomplete");
      return code == ExitCode.OK ? ExitCode.FAILURE : code;
    }
    return session.stop().getAsBoolean() ? ExitCode.INTERRUPTED : code;
  }

  private static CommandLine commandLine(Session session, Failures failures, String... args)
      throws IOException {
    CommandLine root = new CommandLine(new QHyper());
    List<CommandEntry> entries = CommandEntry.all();
    for (CommandEntry entry : entries) {
      // Loading a command costs start-up time, and the help of the program needs none of them.
      if (isNeeded(entry, args)) {
        CommandLine command = new CommandLine(entry.create().apply(session));
        command.getCommandSpec().usageMessage().description(entry.summary());
        ConfigDefaults.apply(command, args);
        root.addSubcommand(entry.name(), command);
      }
    }
    CommandHelp.install(root, entries);
    root.setOut(CommandHelp.writer(session.console().out()));
    root.setErr(CommandHelp.writer(session.console().err()));
    root.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    root.setExpandAtFiles(false); // arguments are taken as they come
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setParameterExceptionHandler(failures::usage);
    root.setExecutionExceptionHandler((exception, command, parsed) -> failures.report(exception));
    return root;
  }

  private static boolean isNeeded(CommandEntry entry, String... args) {
    boolean isKnown =
        args.length > 0 && CommandEntry.all().stream().anyMatch(e -> e.name().equals(args[0]));
    return isKnown ? entry.name().equals(args[0]) : args.length > 0 && !args[0].startsWith("-");
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}

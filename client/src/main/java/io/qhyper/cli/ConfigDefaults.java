package io.qhyper.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * Takes the values of options that the user did not give from the file named by {@code --config}.
 */
final class ConfigDefaults {
  private static final String OPTION = "--config";

  private ConfigDefaults() {}

  /**
   * Prepares a command that knows {@code --config} for arguments that may hold it.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it has an option that the command does not take
   */
  static void apply(CommandLine command, String... args) throws IOException {
    Path file = file(args);
    if (file == null || command.getCommandSpec().findOption(OPTION) == null) {
      return;
    }
    apply(command, file, OptionsFile.read(file));
  }

  /**
   * Gives the options of a command the values that a file has for them.
   *
   * @throws IllegalArgumentException if it has an option that the command does not take
   */
  static void apply(CommandLine command, Path file, Map<String, String> values) {
    Set<String> known =
        command.getCommandSpec().options().stream()
            .map(OptionsFile::name)
            .filter(OptionsFile::isKept) // a file must not say where to write, or the like
            .collect(Collectors.toSet());
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            file + " has an option '" + name + "' that this command does not take from a file");
      }
    }
    command.setDefaultValueProvider(
        argument ->
            argument instanceof CommandLine.Model.OptionSpec option
                ? values.get(OptionsFile.name(option))
                : null);
  }

  private static Path file(String... args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals(OPTION) && i + 1 < args.length) {
        return Path.of(args[i + 1]);
      } else if (args[i].startsWith(OPTION + "=")) {
        return Path.of(args[i].substring(OPTION.length() + 1));
      }
    }
    return null;
  }
}

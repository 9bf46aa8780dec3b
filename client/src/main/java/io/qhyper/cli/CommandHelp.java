package io.qhyper.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help looks: the grouped list of commands, widths and the version, for all commands. */
final class CommandHelp {
  private static final int WIDTH = 100;

  private CommandHelp() {}

  static void install(CommandLine root, List<CommandEntry> entries) {
    UsageMessageSpec usage = root.getCommandSpec().usageMessage();
    List<String> keys = new ArrayList<>(usage.sectionKeys());
    keys.remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    keys.remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
    int options = keys.indexOf(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING);
    keys.add(options, UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
    usage.sectionKeys(keys);
    String list = list(entries);
    usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> list);
    usage.optionListHeading("Options:%n");
    polish(root.getCommandSpec());
    for (CommandLine command : root.getSubcommands().values()) {
      command.getCommandSpec().usageMessage().optionListHeading("%nOptions:%n");
      polish(command.getCommandSpec());
    }
  }

  /** What all commands have alike, the program itself included. */
  private static void polish(CommandSpec command) {
    command.addMixin("help", CommandSpec.forAnnotatedObject(new HelpOptions()));
    command.versionProvider(new Version());
    command.usageMessage().width(WIDTH).sortOptions(false).abbreviateSynopsis(true);
  }

  private static String list(List<CommandEntry> entries) {
    int width = entries.stream().mapToInt(e -> e.name().length()).max().orElse(0);
    StringBuilder list = new StringBuilder();
    String group = "";
    for (CommandEntry entry : entries) {
      if (!entry.group().equals(group)) {
        group = entry.group();
        list.append(group).append(":\n");
      }
      String padding = " ".repeat(width - entry.name().length());
      list.append("  " + entry.name() + padding + "  " + entry.summary() + "\n");
    }
    return list.append('\n').toString();
  }

  /** picocli's kind of writer onto a stream; the default encoding may lack our characters. */
  static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}

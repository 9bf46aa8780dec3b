package io.qhyper.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A backend in one word: {@code local}, {@code local:KEY=VALUE,…} with the options of the simulator
 * as keys ({@code noise} comes last, since it holds commas), or {@code ibm:NAME}.
 *
 * @param text as the user wrote it
 * @param arguments the same as options
 */
record BackendSpec(String text, List<String> arguments) {
  private static final String LOCAL = "local";
  private static final String IBM = "ibm:";
  private static final String NOISE = "noise=";
  private static final Map<String, String> KEYS =
      Map.of(
          "noise-scale", "--noise-scale",
          "noise-method", "--noise-method",
          "engine", "--engine",
          "max-bond", "--max-bond");

  /** The options of {@link BackendOptions}, as a command of their own. */
  @Command
  private static final class Place {
    @Mixin private BackendOptions backend;
  }

  /** Whether a text is meant as a backend. */
  static boolean isSpec(String text) {
    return text.equals(LOCAL) || text.startsWith(LOCAL + ":") || text.startsWith(IBM);
  }

  /**
   * The backend that a text names.
   *
   * @throws IllegalArgumentException if it names none
   */
  static BackendSpec of(String text) {
    List<String> arguments = new ArrayList<>();
    if (!text.startsWith(LOCAL)) {
      arguments.add("--backend=" + text);
      return new BackendSpec(text, arguments);
    }
    String rest = text.equals(LOCAL) ? "" : text.substring(LOCAL.length() + 1);
    int noise = rest.startsWith(NOISE) ? 0 : rest.indexOf("," + NOISE) + 1;
    if (rest.startsWith(NOISE) || noise > 0) {
      arguments.add("--noise=" + rest.substring(noise + NOISE.length()));
      rest = rest.substring(0, Math.max(0, noise - 1));
    }
    for (String pair : rest.isEmpty() ? new String[0] : rest.split(",", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length < 2 || !KEYS.containsKey(parts[0])) {
        throw new IllegalArgumentException(
            "a local backend is local or local:KEY=VALUE,... with the keys engine, max-bond,"
                + " noise-scale, noise-method and, last, noise; got '"
                + text
                + "'");
      }
      arguments.add(KEYS.get(parts[0]) + "=" + parts[1]);
    }
    return new BackendSpec(text, arguments);
  }

  /** Whether circuits run on a quantum computer. */
  boolean isHardware() {
    return text.startsWith(IBM);
  }

  /**
   * The backend as options.
   *
   * @param more arguments that come on top
   */
  BackendOptions options(List<String> more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(more);
    Place place = new Place();
    CommandLine command = new CommandLine(place);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    try {
      command.parseArgs(all.toArray(String[]::new));
    } catch (CommandLine.ParameterException e) {
      throw new IllegalArgumentException("in '" + text + "': " + e.getMessage(), e);
    }
    return place.backend;
  }
}

package io.qhyper.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.qhyper.store.FileTrouble;
import io.qhyper.store.MalformedFileException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code config.yaml}: every option of a run with the value that it had, so that {@code --config}
 * can repeat the run.
 */
final class OptionsFile {
  /** What belongs to one call and not to what is computed. */
  private static final Set<String> NOT_KEPT =
      Set.of(
          "run",
          "config",
          "output",
          "json",
          "threads",
          "quiet",
          "resubmit-lost",
          "stacktrace",
          "help",
          "version");

  private static final long MOST_BYTES = 1 << 20;
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .build();

  private OptionsFile() {}

  /** What a file holds. */
  private record Content(
      String qhyper, String java, String started, String command, Map<String, String> options) {}

  /** The file of a command whose options have been given their values. */
  static String text(CommandSpec command, Instant started) throws IOException {
    Map<String, String> options = new TreeMap<>();
    for (OptionSpec option : command.options()) {
      String name = name(option);
      Object value = option.getValue();
      if (value != null && isKept(name)) {
        options.put(name, text(value));
      }
    }
    String[] versions = new Version().getVersion();
    return YAML.writeValueAsString(
        new Content(versions[0], versions[1], started.toString(), command.name(), options));
  }

  private static String text(Object value) {
    if (value instanceof Collection<?> many) {
      return many.stream().map(Object::toString).collect(Collectors.joining(","));
    }
    return value instanceof Path path ? path.toAbsolutePath().toString() : value.toString();
  }

  /** Whether an option of this name belongs in the file. */
  static boolean isKept(String name) {
    return !NOT_KEPT.contains(name);
  }

  /** An option's name in the file: the longest one, without hyphens in front. */
  static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  /**
   * The options that a file gives for a command.
   *
   * @throws MalformedFileException if it is no such file
   */
  static Map<String, String> read(Path file) throws IOException {
    FileTrouble.checkIsFile(file);
    if (Files.size(file) > MOST_BYTES) {
      throw new MalformedFileException(file, "is too large for a config.yaml");
    }
    try {
      return parse(file, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new MalformedFileException(file, "is not UTF-8 text");
    }
  }

  /**
   * The options that a text gives for a command.
   *
   * @param file where it comes from
   * @throws MalformedFileException if it is no such text
   */
  static Map<String, String> parse(Path file, String text) {
    try {
      Content content = YAML.readValue(text, Content.class);
      if (content == null || content.options() == null) {
        throw new MalformedFileException(file, "has no 'options', so it is no run's config.yaml");
      }
      return new LinkedHashMap<>(content.options());
    } catch (JsonProcessingException e) {
      // What the parser says of a syntax error helps; what the mapper says are names of classes.
      String reason = e instanceof StreamReadException ? ": " + firstLine(e) : "";
      throw new MalformedFileException(file, "is no run's config.yaml" + reason);
    }
  }

  /** The command line that gives a command these options. */
  static String commandLine(String command, Map<String, String> options) {
    StringBuilder line = new StringBuilder("qhyper ").append(command);
    options.forEach((name, value) -> line.append(" --" + name + "=" + quoted(value)));
    return line.toString();
  }

  /** A word for a shell. */
  static String quoted(String word) {
    return word.matches("[\\w.,:/=+#-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("");
  }
}

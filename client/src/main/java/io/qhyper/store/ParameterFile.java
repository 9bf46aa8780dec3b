package io.qhyper.store;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads circuit parameters θ, in the order of the flat vector: a JSON array, numbers separated by
 * white space or commas, or a run's {@code parameters.json} with the arrays {@code start}, {@code
 * best} and {@code final}. UTF-8; a byte-order mark is skipped.
 */
public final class ParameterFile {
  private static final long MAX_BYTES = 64L << 20;

  private ParameterFile() {}

  /**
   * The numbers of a file, at least one, all finite.
   *
   * @param entry which array of a {@code parameters.json}; a file with one vector has no entries
   *     and is refused unless it is {@link ParameterEntry#BEST}
   * @throws ParameterFileException if the content is anything else, with line and column
   * @throws IOException if the file cannot be read
   */
  public static double[] read(Path file, ParameterEntry entry) throws IOException {
    FileTrouble.checkIsFile(file);
    if (Files.size(file) > MAX_BYTES) {
      throw new ParameterFileException(
          file, "is larger than " + MAX_BYTES + " bytes, so it is no parameter file");
    }
    String text = text(file);
    char first = text.isBlank() ? ' ' : text.strip().charAt(0);
    if (first == '[' || first == '{') {
      return new JsonParameters(file, text).read(entry);
    }
    JsonParameters.checkHasEntry(file, entry);
    return new PlainParameters(file, text).read();
  }

  /**
   * As {@link #read(Path, ParameterEntry)}, for a circuit with so many parameters.
   *
   * @throws ParameterFileException also if the file has another number of them
   */
  public static double[] read(Path file, ParameterEntry entry, int expected) throws IOException {
    double[] values = read(file, entry);
    if (values.length != expected) {
      throw new ParameterFileException(
          file, "has " + values.length + " parameters, but the circuit takes " + expected);
    }
    return values;
  }

  private static String text(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ParameterFileException(file, "is not UTF-8 text");
    }
  }
}

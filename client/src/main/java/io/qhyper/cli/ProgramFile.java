package io.qhyper.cli;

import io.qhyper.store.FileTrouble;
import io.qhyper.store.MalformedFileException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads OpenQASM files of a size that a program can have. */
final class ProgramFile {
  private static final long MOST_BYTES = 64L << 20;

  private ProgramFile() {}

  static String read(Path file) throws IOException {
    FileTrouble.checkIsFile(file);
    if (Files.size(file) > MOST_BYTES) {
      throw new MalformedFileException(file, "is larger than " + MOST_BYTES + " bytes");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new MalformedFileException(file, "is not UTF-8 text");
    }
  }
}

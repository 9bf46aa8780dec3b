package io.qhyper.store;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in words what Java's file exceptions mean; their own messages are often just a path. */
public final class FileTrouble {
  private FileTrouble() {}

  /**
   * Refuses what is no file to read; Java says so only while reading, and without the name.
   *
   * @throws FileSystemException if it is missing or a folder
   */
  public static void checkIsFile(Path file) throws FileSystemException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder, expected a file");
    } else if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
  }

  /** One line for the user, naming the file where the exception does. */
  public static String message(IOException exception) {
    if (exception instanceof FileSystemException trouble) {
      return trouble.getFile() + ": " + reason(trouble);
    }
    if (exception instanceof CharacterCodingException) {
      return "not UTF-8 text: " + exception.getMessage();
    }
    return String.valueOf(exception.getMessage());
  }

  private static String reason(FileSystemException trouble) {
    if (trouble.getReason() != null) {
      return trouble.getReason();
    } else if (trouble instanceof NoSuchFileException) {
      return "no such file or folder";
    } else if (trouble instanceof AccessDeniedException) {
      return "permission denied";
    } else if (trouble instanceof FileAlreadyExistsException) {
      return "exists already";
    } else if (trouble instanceof NotDirectoryException) {
      return "not a folder";
    } else if (trouble instanceof DirectoryNotEmptyException) {
      return "folder is not empty";
    }
    return "cannot be used";
  }
}

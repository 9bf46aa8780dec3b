package io.qhyper.target;

import io.qhyper.compile.Target;
import io.qhyper.store.AtomicFiles;
import io.qhyper.store.Json;
import io.qhyper.store.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes devices to compile for. */
public final class TargetFile {
  private static final String CONFIGURATION = "configuration.json";
  private static final String PROPERTIES = "properties.json";

  private TargetFile() {}

  /**
   * The device of a folder with {@code configuration.json} and {@code properties.json} as the
   * service gives them, or of a file that {@link #write} wrote. Times become seconds by the unit of
   * each row; unknown fields are skipped.
   *
   * @throws MalformedFileException if a file holds something else, naming the file and the place
   * @throws IOException if a file is missing or cannot be read
   */
  public static Target read(Path folderOrFile) throws IOException {
    if (Files.isDirectory(folderOrFile)) {
      Path configuration = folderOrFile.resolve(CONFIGURATION);
      Path properties = folderOrFile.resolve(PROPERTIES);
      return whole(
          folderOrFile,
          () ->
              new DeviceDocuments(
                      folderOrFile,
                      Json.read(configuration, ConfigurationDocument.class),
                      Json.read(properties, PropertiesDocument.class))
                  .target());
    }
    return whole(folderOrFile, () -> Json.read(folderOrFile, TargetDocument.class).target());
  }

  /**
   * The device of the service's two documents, as they came.
   *
   * @param source what to call them in messages
   * @throws MalformedFileException if they hold something else
   */
  public static Target parse(Path source, byte[] configuration, byte[] properties)
      throws IOException {
    return whole(
        source,
        () ->
            new DeviceDocuments(
                    source,
                    Json.parse(source, configuration, ConfigurationDocument.class),
                    Json.parse(source, properties, PropertiesDocument.class))
                .target());
  }

  /** Writes one file that {@link #read} reads back as an equal device. */
  public static void write(Path file, Target target) throws IOException {
    AtomicFiles.write(file, Json.text(TargetDocument.of(target)));
  }

  /** The text that {@link #write} would write. */
  public static String text(Target target) throws IOException {
    return Json.text(TargetDocument.of(target));
  }

  /**
   * The device of such a text.
   *
   * @throws MalformedFileException if it is none
   */
  public static Target parse(String text) throws IOException {
    Path source = Path.of("the kept device");
    return whole(source, () -> Json.parse(source, text, TargetDocument.class).target());
  }

  private interface Reading {
    Target read() throws IOException;
  }

  /** Names the file where a value is null or out of range. */
  private static Target whole(Path source, Reading reading) throws IOException {
    try {
      return reading.read();
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(source, "describes no device: " + e.getMessage());
    } catch (NullPointerException e) {
      throw new MalformedFileException(
          source, "describes no device: it has a null where a value is needed");
    }
  }
}

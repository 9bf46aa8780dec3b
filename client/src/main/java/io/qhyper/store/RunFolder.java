package io.qhyper.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** The folder of one run: its files are replaced whole, and it is never another run's. */
public final class RunFolder {
  /** Everything that is needed to repeat the run. */
  public static final String CONFIG = "config.yaml";

  /** The learning curve, one line a step. */
  public static final String METRICS = "metrics.csv";

  /** The best network. */
  public static final String MODEL = "model.json";

  /** Start, best and final angles. */
  public static final String PARAMETERS = "parameters.json";

  /** The program that the run sends. */
  public static final String CIRCUIT = "circuit.qasm";

  /** The readout calibration that the run corrects with. */
  public static final String CALIBRATION = "calibration.json";

  /** The device that the program is compiled for, where it runs on hardware. */
  public static final String TARGET = "target.json";

  /** The page with charts and drawings. */
  public static final String PAGE = "report.html";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
  private static final int MOST_NAMESAKES = 1000;

  private final Path path;

  private RunFolder(Path path) {
    this.path = path;
  }

  /**
   * Makes the folder of a new run.
   *
   * @throws FileSystemException if the path exists and is anything but an empty folder
   */
  public static RunFolder create(Path path) throws IOException {
    if (Files.exists(path)) {
      if (!Files.isDirectory(path)) {
        throw new FileAlreadyExistsException(
            path.toString(), null, "is a file, expected a folder for the run");
      }
      try (Stream<Path> entries = Files.list(path)) {
        if (entries.findAny().isPresent()) {
          throw new FileAlreadyExistsException(
              path.toString(), null, "is not empty, and a run is never overwritten; name another");
        }
      }
    }
    Files.createDirectories(path);
    return new RunFolder(path);
  }

  /** Makes a folder {@code <parent>/<time>-<name>}, with a number behind it if that is taken. */
  public static RunFolder create(Path parent, Clock clock, String name) throws IOException {
    Files.createDirectories(parent);
    String base = TIME.format(ZonedDateTime.now(clock)) + "-" + name;
    for (int i = 1; i <= MOST_NAMESAKES; i++) {
      Path candidate = parent.resolve(i == 1 ? base : base + "-" + i);
      try {
        return new RunFolder(Files.createDirectory(candidate));
      } catch (FileAlreadyExistsException e) {
        // Another run began in the same second: take the next number.
      }
    }
    throw new FileAlreadyExistsException(parent.resolve(base).toString(), null, "all names taken");
  }

  /**
   * The folder of an earlier run.
   *
   * @throws FileSystemException if there is none
   */
  public static RunFolder open(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw Files.exists(path)
          ? new FileSystemException(path.toString(), null, "is a file, expected a run's folder")
          : new NoSuchFileException(path.toString());
    }
    return new RunFolder(path);
  }

  /** Where the folder is. */
  public Path path() {
    return path;
  }

  /** Writes one file, whole or not at all. */
  public void write(String name, String text) throws IOException {
    AtomicFiles.write(path.resolve(name), text);
  }
}

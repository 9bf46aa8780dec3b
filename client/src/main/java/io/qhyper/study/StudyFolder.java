package io.qhyper.study;

import io.qhyper.store.AtomicFiles;
import io.qhyper.store.Json;
import io.qhyper.store.MalformedFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a study keeps its cells: one file each, written whole when the cell is done, named by a
 * digest of its settings.
 */
public final class StudyFolder {
  /** All measurements, one a row. */
  public static final String RESULTS = "results.csv";

  /** The cells that failed, one a row; missing where none did. */
  public static final String FAILED = "failed.csv";

  private static final String STUDY = "study.json";
  private static final String CELLS = "cells";

  private final Path path;

  /**
   * What the folder is of.
   *
   * @param command the command line that repeats the study; null in folders of earlier versions
   * @param version of the program that began it; null likewise
   */
  private record Head(
      int schema, String study, String grid, int cells, String command, String version) {
    boolean isOf(Head other) {
      return schema == other.schema && study.equals(other.study) && grid.equals(other.grid);
    }
  }

  private record Kept(int schema, String key, String cell, List<Measured> measurements) {}

  private StudyFolder(Path path) {
    this.path = path;
  }

  /**
   * The folder of a grid, new or from before.
   *
   * @param version of this program, kept in a new folder
   * @throws FileSystemException if the folder holds something else, or another grid
   * @throws IOException if it cannot be made or read
   */
  public static StudyFolder open(Path path, Grid grid, String version) throws IOException {
    Head wanted =
        new Head(
            Cell.SCHEMA,
            grid.study().toString(),
            grid.digest(),
            grid.size(),
            grid.command(),
            version);
    Path head = path.resolve(STUDY);
    if (Files.isRegularFile(head)) {
      Head found = Json.read(head, Head.class);
      if (!found.isOf(wanted)) {
        throw new FileSystemException(
            path.toString(),
            null,
            "holds another grid (study %s, %d cells): name another folder with --out, or repeat"
                    .formatted(found.study(), found.cells())
                + " its command");
      }
    } else {
      if (Files.exists(path) && !isEmpty(path)) {
        throw new FileAlreadyExistsException(
            path.toString(), null, "is no folder of a study, and not empty");
      }
      Files.createDirectories(path);
      AtomicFiles.write(head, Json.text(wanted));
    }
    Files.createDirectories(path.resolve(CELLS));
    return new StudyFolder(path);
  }

  private static boolean isEmpty(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  /**
   * Where the numbers in a folder come from: {@code command}, which repeats the study, and {@code
   * version}, of the program that began it. Empty for a table that no study made.
   *
   * @throws IOException if it cannot be read
   */
  public static Map<String, String> provenance(Path path) throws IOException {
    Path head = path.resolve(STUDY);
    Map<String, String> facts = new LinkedHashMap<>();
    if (Files.isRegularFile(head)) {
      Head found = Json.read(head, Head.class);
      if (found.command() != null && found.version() != null) {
        facts.put("command", found.command());
        facts.put("version", found.version());
      }
    }
    return facts;
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  private Path file(Cell cell) {
    return path.resolve(CELLS).resolve(cell.key() + ".json");
  }

  /**
   * What a cell measured before; empty if it has not been done.
   *
   * @throws MalformedFileException if its file holds something else
   */
  Optional<List<Measured>> find(Cell cell) throws IOException {
    Path file = file(cell);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Kept kept = Json.read(file, Kept.class);
    if (kept.schema() != Cell.SCHEMA
        || !cell.key().equals(kept.key())
        || kept.measurements() == null) {
      throw new MalformedFileException(
          file, "is not the cell that its name says: remove it to measure the cell again");
    }
    return Optional.of(kept.measurements());
  }

  /** Keeps a cell that is done. */
  void keep(Cell cell, List<Measured> measurements) {
    try {
      AtomicFiles.write(
          file(cell), Json.text(new Kept(Cell.SCHEMA, cell.key(), cell.label(), measurements)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the table of what there is, and the list of failures. */
  void write(List<StudyOutcome.Done> done, List<StudyOutcome.Failure> failures) throws IOException {
    AtomicFiles.write(path.resolve(RESULTS), ResultsFile.text(done));
    Path failed = path.resolve(FAILED);
    if (failures.isEmpty()) {
      Files.deleteIfExists(failed);
    } else {
      AtomicFiles.write(
          failed,
          "cell,settings,reason\n"
              + failures.stream()
                  .map(f -> f.cell() + "," + quoted(f.settings()) + "," + quoted(f.reason()) + "\n")
                  .collect(Collectors.joining()));
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"").replaceAll("\\R", " ") + '"';
  }
}

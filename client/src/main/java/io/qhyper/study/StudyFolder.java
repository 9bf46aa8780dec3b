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
import java.util.List;
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

  private record Head(int schema, String study, String grid, int cells) {}

  private record Kept(int schema, String key, String cell, List<Measured> measurements) {}

  private StudyFolder(Path path) {
    this.path = path;
  }

  /**
   * The folder of a grid, new or from before.
   *
   * @throws FileSystemException if the folder holds something else, or another grid
   * @throws IOException if it cannot be made or read
   */
  public static StudyFolder open(Path path, Grid grid) throws IOException {
    Head wanted = new Head(Cell.SCHEMA, grid.study().toString(), grid.digest(), grid.all().size());
    Path head = path.resolve(STUDY);
    if (Files.isRegularFile(head)) {
      Head found = Json.read(head, Head.class);
      if (!found.equals(wanted)) {
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

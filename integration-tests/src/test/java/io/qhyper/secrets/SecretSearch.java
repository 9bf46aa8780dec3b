package io.qhyper.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for the mark of secrets in files: as they are, unpacked, and in cells of databases. */
public final class SecretSearch {
  private static final int DEEPEST = 3;

  private final List<String> finds = new ArrayList<>();
  private int files;
  private int databases;
  private int inputs;

  /** Searches a folder and all below it; without such a folder nothing. */
  public void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.filter(Files::isRegularFile).filter(Files::isReadable).toList();
    }
    for (Path file : all) {
      if (isInput(file)) {
        inputs++;
      } else {
        file(file);
      }
    }
  }

  /** Whether a test wrote a secret there on purpose, as input. */
  static boolean isInput(Path file) {
    return file.getFileName().toString().startsWith("secret-input-");
  }

  private void file(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    files++;
    TreeSet<String> forms = new TreeSet<>(forms(bytes));
    if (SqliteCells.isDatabase(bytes)) {
      try {
        SqliteCells.read(file, cell -> forms.addAll(forms(cell)));
        databases++;
      } catch (SQLException e) {
        // Damaged on purpose by a test: its bytes were searched.
      }
    }
    forms.forEach(form -> finds.add(file + ": " + form));
  }

  /** The forms in which secrets stand in some bytes. */
  static List<String> forms(byte[] bytes) {
    List<String> forms = new ArrayList<>();
    collect(bytes, "", 0, forms);
    return forms;
  }

  private static void collect(byte[] bytes, String wrapping, int depth, List<String> forms) {
    SecretForms.in(bytes).forEach(form -> forms.add(wrapping + form));
    if (depth < DEEPEST) {
      Inflated.in(bytes).forEach(inner -> collect(inner, "packed ", depth + 1, forms));
      zipped(bytes).forEach(inner -> collect(inner, "zipped ", depth + 1, forms));
    }
  }

  private static List<byte[]> zipped(byte[] bytes) {
    List<byte[]> entries = new ArrayList<>();
    if (bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K') {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          entries.add(zip.readAllBytes());
        }
      } catch (IOException e) {
        return entries; // no archive after all
      }
    }
    return entries;
  }

  /** File and form of each secret that was found. */
  public List<String> finds() {
    return finds;
  }

  /** Files that were searched. */
  public int files() {
    return files;
  }

  /** Databases among them that were read cell by cell. */
  public int databases() {
    return databases;
  }

  /** Files that were left out because a test wrote a secret there as input. */
  public int inputs() {
    return inputs;
  }
}

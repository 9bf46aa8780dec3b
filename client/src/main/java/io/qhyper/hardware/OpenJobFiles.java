package io.qhyper.hardware;

import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.Submission;
import io.qhyper.store.AtomicFiles;
import io.qhyper.store.Json;
import io.qhyper.store.MalformedFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One small JSON file for each submission whose result nobody has seen: {@code {"tag", "at",
 * "first_row", "rows", "job"}}, the last null until the service has taken it. One that was given up
 * has its tag as name, so that it is still found when it turns up.
 *
 * @param folder made when needed
 * @param scope begins the names of all files
 */
record OpenJobFiles(Path folder, String scope) {
  private static final String END = ".json";
  private static final String GIVEN_UP = "absent-";

  /**
   * A submission.
   *
   * @param firstRow the first of its rows within the request
   * @param rows number of its rows
   * @param id the job; empty until it is known
   */
  record OpenJob(String tag, Instant at, int firstRow, int rows, Optional<JobId> id) {
    OpenJob with(JobId accepted) {
      return new OpenJob(tag, at, firstRow, rows, Optional.of(accepted));
    }

    /** To the second. */
    Instant sentAt() {
      return at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether it has the rows of a submission. */
    boolean isOf(Submission submission) {
      return firstRow == submission.firstRow() && rows == submission.rows();
    }
  }

  private record Content(String tag, String at, int firstRow, int rows, String job) {
    OpenJob job(Path file) {
      if (tag == null || at == null) {
        throw damaged(file, "has no tag or no time");
      }
      try {
        return new OpenJob(
            tag, Instant.parse(at), firstRow, rows, Optional.ofNullable(job).map(JobId::new));
      } catch (DateTimeException e) {
        throw damaged(file, "has a time that is none");
      }
    }
  }

  private static MalformedFileException damaged(Path file, String trouble) {
    return new MalformedFileException(
        file,
        trouble
            + "; it stands for a job that may have been paid: look for that with 'qhyper jobs"
            + " list', then remove the file");
  }

  /** The file of a part of a request. */
  Path of(String request, Submission submission) {
    String form = submission.form().name().toLowerCase(Locale.ROOT);
    return file(request + "-" + form + "-" + submission.part());
  }

  private Path file(String name) {
    return folder.resolve(scope + "-" + name + END);
  }

  /** Makes the folder. */
  void prepare() throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new FileSystemException(
          folder.toString(), null, "is a file, expected the folder of open jobs; remove it");
    }
  }

  /**
   * What a file holds; empty if it is not there.
   *
   * @throws MalformedFileException if it is damaged
   */
  Optional<OpenJob> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(file, Content.class).job(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file, to be there also after a crash. */
  void write(Path file, OpenJob job) {
    try {
      prepare();
      AtomicFiles.write(
          file,
          Json.text(
              new Content(
                  job.tag(),
                  job.at().toString(),
                  job.firstRow(),
                  job.rows(),
                  job.id().map(JobId::value).orElse(null))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a file if it is still that of a submission. */
  void delete(Path file, String tag) {
    if (read(file).filter(job -> job.tag().equals(tag)).isPresent()) {
      delete(file);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a submission under its tag. */
  void giveUp(Path file, String tag) {
    try {
      Files.move(file, givenUp(tag));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path givenUp(String tag) {
    return file(GIVEN_UP + tag);
  }

  /** One that was given up has turned up. */
  void turnedUp(String tag) {
    delete(givenUp(tag));
  }

  /** The tags of submissions that were given up. */
  List<String> givenUp() {
    int before = scope.length() + 1 + GIVEN_UP.length();
    return names(Pattern.quote(GIVEN_UP) + ".*").stream()
        .map(name -> name.substring(before, name.length() - END.length()))
        .toList();
  }

  /** Whether there are submissions that were not given up. */
  boolean areOpen() {
    return !names("(?!" + GIVEN_UP + ").*").isEmpty();
  }

  private List<String> names(String pattern) {
    Pattern whole = Pattern.compile(Pattern.quote(scope) + "-" + pattern + Pattern.quote(END));
    List<String> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          if (whole.matcher(name).matches()) {
            found.add(name);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }
}

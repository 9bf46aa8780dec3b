package io.qhyper.hardware;

import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.Submission;
import io.qhyper.store.AtomicFiles;
import io.qhyper.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One small JSON file for each submission whose result nobody has seen: {@code {"tag", "at",
 * "job"}}, the last missing until the service has taken it. One that was given up has its tag as
 * name, so that it is still found when it turns up.
 *
 * @param folder made when needed
 * @param scope begins the names of all files
 */
record OpenJobFiles(Path folder, String scope) {
  private static final String END = ".json";
  private static final String GIVEN_UP = "absent-";

  /** A submission. */
  record OpenJob(String tag, Instant at, Optional<String> id) {
    OpenJob with(JobId accepted) {
      return new OpenJob(tag, at, Optional.of(accepted.value()));
    }

    /** To the second. */
    Instant sentAt() {
      return at.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  private record Content(String tag, String at, String job) {}

  /** The file of a part of a request. */
  Path of(String request, Submission submission) {
    String form = submission.form().name().toLowerCase(Locale.ROOT);
    return file(request + "-" + form + "-" + submission.part());
  }

  private Path file(String name) {
    return folder.resolve(scope + "-" + name + END);
  }

  /**
   * What a file holds; empty if it is not there.
   *
   * @throws io.qhyper.store.MalformedFileException if it is damaged
   */
  Optional<OpenJob> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Content content = Json.read(file, Content.class);
      return Optional.of(
          new OpenJob(
              content.tag(), Instant.parse(content.at()), Optional.ofNullable(content.job())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file, to be there also after a crash. */
  void write(Path file, OpenJob job) {
    try {
      Files.createDirectories(folder);
      AtomicFiles.write(
          file, Json.text(new Content(job.tag(), job.at().toString(), job.id().orElse(null))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(Path file) {
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

  /** The file of a submission that was given up. */
  Path givenUp(String tag) {
    return file(GIVEN_UP + tag);
  }

  /** The tags of submissions that were given up. */
  List<String> givenUp() {
    return names(Pattern.quote(GIVEN_UP) + ".*").stream()
        .map(file -> read(file).orElseThrow().tag())
        .toList();
  }

  /** The files of submissions that were not given up. */
  List<Path> all() {
    return names("(?!" + GIVEN_UP + ").*");
  }

  private List<Path> names(String pattern) {
    Pattern whole = Pattern.compile(Pattern.quote(scope) + "-" + pattern + Pattern.quote(END));
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          if (whole.matcher(file.getFileName().toString()).matches()) {
            found.add(file);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }
}

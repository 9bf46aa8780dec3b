package io.qhyper.hardware;

import io.qhyper.backend.Digest;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.LostJobs;
import io.qhyper.backend.ibm.Submission;
import io.qhyper.backend.ibm.SubmissionLog;
import io.qhyper.backend.ibm.Usage;
import io.qhyper.hardware.OpenJobFiles.OpenJob;
import io.qhyper.store.ProcessLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The submissions of a command that keeps no run: each has a file from before it is sent until the
 * command has given its result. The same command, given again after it was stopped or killed, finds
 * its jobs by what they ask for and fetches them instead of paying again. One process at a time
 * works on a request.
 */
public final class SingleJobs implements SubmissionLog, AutoCloseable {
  private static final int BYTES = 12;

  private final OpenJobFiles files;
  private final String scope;
  private final Clock clock;
  private final Consumer<String> say;
  private final Map<String, Ours> ours = new LinkedHashMap<>();
  private final Map<Path, ProcessLock> locks = new HashMap<>();
  private Optional<LostJobs> lost = Optional.empty();

  /** A submission of this command, by its tag. */
  private record Ours(Path file, OpenJob job) {}

  /**
   * Submissions of one command; nothing is read yet.
   *
   * @param folder where files are kept; made when it is needed
   * @param scope what sets jobs apart beside what they ask for: account, device, options
   * @param say told of jobs
   */
  public SingleJobs(Path folder, String scope, Clock clock, Consumer<String> say) {
    this.files = new OpenJobFiles(folder, digest(scope));
    this.scope = scope;
    this.clock = clock;
    this.say = say;
  }

  private static String digest(String text) {
    return HexFormat.of().formatHex(Digest.of(text), 0, BYTES);
  }

  /** Whether there are jobs that some command of this scope has not fetched. */
  public boolean areOpen() {
    return files.areOpen();
  }

  /** Sends a job again that the service does not know any more. */
  void giveUp(LostJobs jobs) {
    lost = Optional.of(jobs);
  }

  private Path file(Submission submission) {
    String request = submission.stream() + " " + submission.content() + " " + scope;
    return files.of(digest(request), submission);
  }

  /** Keeps other processes from the request until this one is done with it. */
  private void lock(Path file) {
    if (locks.containsKey(file)) {
      return;
    }
    try {
      files.prepare();
      locks.put(
          file,
          ProcessLock.take(
              file.resolveSibling(file.getFileName() + ".lock"),
              clock.instant(),
              holder ->
                  new IllegalArgumentException(
                      "the same command is at work (%s): wait for it, or give another --seed"
                          .formatted(holder))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized Optional<Earlier> earlier(Submission submission) {
    Path file = file(submission);
    lock(file);
    Optional<OpenJob> known = files.read(file);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    OpenJob job = known.get();
    requireSameRows(file, job, submission);
    boolean isNew = ours.put(job.tag(), new Ours(file, job)) == null;
    if (job.id().isEmpty()) {
      return Optional.of(new Earlier.Unresolved(job.tag(), job.at()));
    }
    JobId id = job.id().get();
    if (isNew && lost.isPresent() && lost.get().isLost(id, job.at())) {
      forget(job.tag());
      say.accept("the service does not know job " + id + "; it is sent again");
      return Optional.empty();
    }
    if (isNew) {
      say.accept(
          "job %s, sent %s by this command and never fetched, is fetched now; none is sent (another --seed measures anew)"
              .formatted(id, job.sentAt()));
    }
    return Optional.of(new Earlier.Accepted(id));
  }

  private static void requireSameRows(Path file, OpenJob job, Submission submission) {
    if (!job.isOf(submission)) {
      String name = job.id().map(JobId::value).orElse("with tag " + job.tag());
      throw new IllegalArgumentException(
          "job %s of this command was cut otherwise: rows %d to %d, now %d to %d; fetch it with 'qhyper jobs results', then remove %s"
              .formatted(
                  name,
                  job.firstRow(),
                  job.firstRow() + job.rows() - 1,
                  submission.firstRow(),
                  submission.firstRow() + submission.rows() - 1,
                  file));
    }
  }

  @Override
  public synchronized void intended(
      String tag, Submission submission, Optional<String> session, Instant at) {
    Path file = file(submission);
    lock(file);
    OpenJob job = new OpenJob(tag, at, submission.firstRow(), submission.rows(), Optional.empty());
    ours.put(tag, new Ours(file, job));
    files.write(file, job);
  }

  @Override
  public synchronized void accepted(String tag, JobId id) {
    Ours sent = ours.get(tag);
    OpenJob job = sent.job().with(id);
    ours.put(tag, new Ours(sent.file(), job));
    files.write(sent.file(), job);
    say.accept(
        "job %s is sent (tag %s); should this command be stopped, give it again, or 'qhyper jobs results %s', to fetch it"
            .formatted(id, tag, id));
  }

  @Override
  public synchronized void refused(String tag, String reason) {
    forget(tag);
  }

  @Override
  public void uncertain(String tag, String reason) {
    say.accept(
        "it is not known yet whether the job with tag " + tag + " was taken; looking for it");
  }

  @Override
  public synchronized void absent(String tag) {
    files.giveUp(ours.remove(tag).file(), tag);
    say.accept("the job with tag " + tag + " did not show up; it is sent again");
  }

  @Override
  public void duplicate(String tag, JobId id) {
    files.turnedUp(tag);
    say.accept(
        "job %s turned up late (tag %s) and has been asked to stop; it may have cost"
            .formatted(id, tag));
  }

  /** What failed is sent anew when the command is given again. */
  @Override
  public synchronized void ended(JobId id, JobState state, Usage usage) {
    if (!(state instanceof JobState.Completed)) {
      List<String> tags =
          ours.values().stream().filter(sent -> has(sent, id)).map(s -> s.job().tag()).toList();
      tags.forEach(this::forget);
    }
  }

  private static boolean has(Ours sent, JobId id) {
    return sent.job().id().equals(Optional.of(id));
  }

  private void forget(String tag) {
    files.delete(ours.remove(tag).file(), tag);
  }

  @Override
  public synchronized boolean isAccepted(JobId id) {
    return ours.values().stream().anyMatch(sent -> has(sent, id));
  }

  @Override
  public Set<String> abandoned() {
    return Set.copyOf(files.givenUp());
  }

  /** The command has given its result: the next one measures anew. */
  public synchronized void delivered() {
    List.copyOf(ours.keySet()).forEach(this::forget);
  }

  /** Lets other processes work on what this command asked for. */
  @Override
  public synchronized void close() {
    try {
      for (ProcessLock lock : locks.values()) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      locks.clear();
    }
  }
}

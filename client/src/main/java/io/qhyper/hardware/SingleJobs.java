package io.qhyper.hardware;

import io.qhyper.backend.Digest;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.LostJobs;
import io.qhyper.backend.ibm.Submission;
import io.qhyper.backend.ibm.SubmissionLog;
import io.qhyper.backend.ibm.Usage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The submissions of a command that keeps no run: each has a file from before it is sent until the
 * command has given its result. The same command, given again after it was stopped or killed, finds
 * its jobs by what they ask for and fetches them instead of paying again.
 */
public final class SingleJobs implements SubmissionLog {
  private static final int BYTES = 12;

  private final OpenJobFiles files;
  private final String scope;
  private final Consumer<String> say;
  private final Map<String, Path> ours = new HashMap<>();

  /**
   * Submissions of one command; nothing is read yet.
   *
   * @param folder where files are kept; made when the first job is sent
   * @param scope what sets jobs apart beside what they ask for: account, device, options
   * @param say told of jobs
   */
  public SingleJobs(Path folder, String scope, Consumer<String> say) {
    this.files = new OpenJobFiles(folder, digest(scope));
    this.scope = scope;
    this.say = say;
  }

  private static String digest(String text) {
    return HexFormat.of().formatHex(Digest.of(text), 0, BYTES);
  }

  private Path file(Submission submission) {
    String request = submission.stream() + " " + submission.content() + " " + scope;
    return files.of(digest(request), submission);
  }

  @Override
  public synchronized Optional<Earlier> earlier(Submission submission) {
    Path file = file(submission);
    Optional<OpenJobFiles.OpenJob> known = files.read(file);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    OpenJobFiles.OpenJob job = known.get();
    boolean isNew = ours.put(job.tag(), file) == null;
    if (job.id().isEmpty()) {
      return Optional.of(new Earlier.Unresolved(job.tag(), job.at()));
    }
    if (isNew) {
      say.accept(
          "job %s, sent %s by this command and never fetched, is fetched now; none is sent (another --seed measures anew)"
              .formatted(job.id().get(), job.sentAt()));
    }
    return Optional.of(new Earlier.Accepted(new JobId(job.id().get())));
  }

  @Override
  public synchronized void intended(
      String tag, Submission submission, Optional<String> session, Instant at) {
    Path file = file(submission);
    ours.put(tag, file);
    files.write(file, new OpenJobFiles.OpenJob(tag, at, Optional.empty()));
  }

  @Override
  public synchronized void accepted(String tag, JobId id) {
    Path file = ours.get(tag);
    files.write(file, files.read(file).orElseThrow().with(id));
    say.accept(
        "job %s is sent (tag %s); should this command be stopped, give it again, or 'qhyper jobs results %s', to fetch it"
            .formatted(id, tag, id));
  }

  @Override
  public synchronized void refused(String tag, String reason) {
    files.delete(ours.remove(tag));
  }

  @Override
  public void uncertain(String tag, String reason) {
    say.accept(
        "it is not known yet whether the job with tag " + tag + " was taken; looking for it");
  }

  @Override
  public synchronized void absent(String tag) {
    files.giveUp(ours.remove(tag), tag);
    say.accept("the job with tag " + tag + " did not show up; it is sent again");
  }

  @Override
  public void duplicate(String tag, JobId id) {
    files.delete(files.givenUp(tag));
    say.accept(
        "job %s turned up late (tag %s) and has been asked to stop; it may have cost"
            .formatted(id, tag));
  }

  /** What failed is sent anew when the command is given again. */
  @Override
  public synchronized void ended(JobId id, JobState state, Usage usage) {
    if (!(state instanceof JobState.Completed)) {
      forget(id);
    }
  }

  private void forget(JobId id) {
    for (Path file : Set.copyOf(ours.values())) {
      if (files.read(file).flatMap(OpenJobFiles.OpenJob::id).equals(Optional.of(id.value()))) {
        files.delete(file);
        ours.values().remove(file);
      }
    }
  }

  @Override
  public synchronized boolean isAccepted(JobId id) {
    return ours.values().stream()
        .anyMatch(
            file ->
                files.read(file).flatMap(OpenJobFiles.OpenJob::id).equals(Optional.of(id.value())));
  }

  @Override
  public Set<String> abandoned() {
    return files.givenUp().stream().collect(Collectors.toUnmodifiableSet());
  }

  /** Forgets jobs of such commands that the service does not know any more. */
  void giveUp(LostJobs jobs) {
    for (Path file : files.all()) {
      OpenJobFiles.OpenJob job = files.read(file).orElseThrow();
      if (job.id().isPresent() && jobs.isLost(new JobId(job.id().get()), job.at())) {
        files.delete(file);
        say.accept("the service does not know job " + job.id().get() + "; it is sent again");
      }
    }
  }

  /** The command has given its result: the next one measures anew. */
  public synchronized void delivered() {
    ours.values().forEach(files::delete);
    ours.clear();
  }
}

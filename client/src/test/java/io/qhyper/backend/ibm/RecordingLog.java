package io.qhyper.backend.ibm;

import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.SubmissionLog.Earlier;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps all events, and the payload of the last result. */
final class RecordingLog implements SubmissionLog {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private Optional<Earlier> earlier = Optional.empty();
  private ByteArrayOutputStream payload = new ByteArrayOutputStream();

  List<String> events() {
    return events;
  }

  List<String> names() {
    return events.stream().map(event -> event.split(" ", -1)[0]).toList();
  }

  String payload() {
    return payload.toString(StandardCharsets.UTF_8);
  }

  void earlier(Earlier known) {
    earlier = Optional.of(known);
  }

  @Override
  public Optional<Earlier> earlier(Submission submission) {
    return earlier;
  }

  @Override
  public void intended(String tag, Submission submission, Optional<String> session, Instant at) {
    events.add("intended " + tag);
  }

  @Override
  public void accepted(String tag, JobId id) {
    events.add("accepted " + tag + " " + id);
  }

  @Override
  public void refused(String tag, String reason) {
    events.add("refused " + tag);
  }

  @Override
  public void uncertain(String tag, String reason) {
    events.add("uncertain " + tag);
  }

  @Override
  public void absent(String tag) {
    events.add("absent " + tag);
  }

  @Override
  public void duplicate(String tag, JobId id) {
    events.add("duplicate " + tag + " " + id);
  }

  @Override
  public OutputStream payload(JobId id) {
    payload = new ByteArrayOutputStream();
    return payload;
  }
}

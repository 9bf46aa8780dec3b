package io.qhyper.hardware;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.IbmException;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.WaitListener;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Tells now and then that a job waits, and how many others do: after ten seconds, then whenever the
 * wait has doubled, at least every ten minutes.
 */
final class QueueNews implements WaitListener {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final IbmService service;
  private final String device;
  private final Consumer<String> say;
  private String job = "";
  private Duration due = FIRST;

  QueueNews(IbmService service, String device, Consumer<String> say) {
    this.service = service;
    this.device = device;
    this.say = say;
  }

  @Override
  public synchronized void waiting(JobId id, JobState state, Duration waited) {
    if (isDue(id, waited)) {
      boolean queued = state instanceof JobState.Queued;
      say.accept(
          "job "
              + id
              + (queued ? " is queued on " + device + others() : " is running on " + device)
              + ", "
              + words(waited)
              + " so far");
    }
  }

  @Override
  public synchronized void troubled(JobId id, String reason, Duration waited) {
    if (isDue(id, waited)) {
      say.accept("job " + id + " cannot be looked at (" + reason + "); the attempts go on");
    }
  }

  private boolean isDue(JobId id, Duration waited) {
    if (!id.value().equals(job)) {
      job = id.value();
      due = FIRST;
    }
    if (waited.compareTo(due) < 0) {
      return false;
    }
    due = waited.plus(waited.compareTo(LONGEST) < 0 ? waited : LONGEST);
    return true;
  }

  private String others() {
    try {
      return ", where " + service.deviceStatus(device).queueLength() + " jobs wait";
    } catch (IbmException e) {
      return ""; // a remark only
    }
  }

  private static String words(Duration waited) {
    long minutes = waited.toMinutes();
    return minutes < 1
        ? waited.toSeconds() + " s"
        : minutes < 120 ? minutes + " min" : waited.toHours() + " h";
  }
}

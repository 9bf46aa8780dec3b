package io.qhyper.backend.ibm;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of jobs: how they ended, so that they are not asked again, and their shape. */
final class JobStates {
  private static final JobState COMPLETED = new JobState.Completed();

  private final SubmissionLog log;
  private final Map<String, ResultShape> shapes = new ConcurrentHashMap<>();
  private final Map<String, JobState> ended = new ConcurrentHashMap<>();

  JobStates(SubmissionLog log) {
    this.log = log;
  }

  /** How to look at a job. */
  @FunctionalInterface
  interface Look {
    IbmJob at(JobId id);
  }

  /**
   * Where the whole stands: it has failed with its first part that failed, and is done with its
   * last.
   *
   * @throws BackendException if a look fails
   */
  JobState joined(List<JobId> parts, Look look) {
    JobState all = COMPLETED;
    for (JobId part : parts) {
      JobState state = ended.get(part.value());
      if (state == null) {
        state = lookAt(part, look);
      }
      all = worse(all, state);
    }
    return all;
  }

  private JobState lookAt(JobId part, Look look) {
    try {
      IbmJob job = look.at(part);
      if (job.state().isTerminal()) {
        log.ended(job.id(), job.state(), job.usage());
        ended.put(part.value(), job.state());
      }
      shapes.computeIfAbsent(part.value(), key -> ResultShape.ofTags(job.tags()));
      return job.state();
    } catch (IbmException e) {
      throw BackendErrors.of("job " + part + ": ", e);
    }
  }

  private static JobState worse(JobState a, JobState b) {
    return rank(b) > rank(a) ? b : a;
  }

  private static int rank(JobState state) {
    if (state instanceof JobState.Failed) {
      return 4;
    } else if (state instanceof JobState.Cancelled) {
      return 3;
    } else if (state instanceof JobState.Queued) {
      return 2;
    }
    return state instanceof JobState.Running ? 1 : 0;
  }

  /** Keeps the shape of a job that this process submitted. */
  void remember(String id, ResultShape shape) {
    shapes.put(id, shape);
  }

  /** Whether this process submitted a job or has seen it, or another one kept that it exists. */
  boolean isRemembered(JobId id) {
    return shapes.containsKey(id.value()) || log.isAccepted(id);
  }

  /** The shape of a job's result: the one remembered, or what its tags tell. */
  ResultShape shape(JobId id, Look look) {
    if (!shapes.containsKey(id.value())) {
      lookAt(id, look);
    }
    return shapes.get(id.value());
  }
}

package io.qhyper.backend.local;

import io.qhyper.backend.Backend;
import io.qhyper.backend.BackendException;
import io.qhyper.backend.BackendException.Kind;
import io.qhyper.backend.Capabilities;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.backend.JobState;
import io.qhyper.circuit.Circuit;
import io.qhyper.qasm.QasmReader;
import io.qhyper.qasm.QasmSyntaxException;
import io.qhyper.sim.EngineName;
import io.qhyper.sim.SimulatedProgram;
import io.qhyper.sim.SimulationOptions;
import io.qhyper.sim.UnsupportedProgramException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Runs jobs on the simulator in this process, one job after another, the rows of a job on several
 * threads.
 *
 * <p>Programs are read and planned once and kept for later jobs. Results depend on the request
 * only, not on threads or earlier jobs; they are kept for the last {@value #KEPT_JOBS} jobs.
 */
public final class LocalBackend implements Backend {
  private static final int KEPT_JOBS = 1000;
  private static final int KEPT_PROGRAMS = 16;

  /** Engines that hold all amplitudes. */
  private static final Set<EngineName> FULL = Set.of(EngineName.STATEVECTOR, EngineName.REFERENCE);

  private static final int MAXIMUM_QUBITS_OF_FULL = 30;

  private final int threads;
  private final SimulationOptions options;
  private final UnaryOperator<Circuit> preparation;
  private final ExecutorService worker = Executors.newSingleThreadExecutor(LocalBackend::daemon);
  private final Recent<String, SimulatedProgram> programs = new Recent<>(KEPT_PROGRAMS);
  private final Recent<JobId, Future<JobResult>> jobs = new Recent<>(KEPT_JOBS);
  private final AtomicLong submitted = new AtomicLong();

  /**
   * A simulator whose planner chooses the engine.
   *
   * @param threads how many rows run at once, at least 1
   */
  public LocalBackend(int threads) {
    this(threads, SimulationOptions.DEFAULT);
  }

  /**
   * A simulator.
   *
   * @param threads how many rows run at once, at least 1
   * @param options how programs are simulated
   */
  public LocalBackend(int threads, SimulationOptions options) {
    this(threads, options, UnaryOperator.identity());
  }

  /**
   * A simulator that makes something of programs before it runs them.
   *
   * @param threads how many rows run at once, at least 1
   * @param options how programs are simulated
   * @param preparation keeps the inputs and registers of a program; compiles it for a device, say
   */
  public LocalBackend(int threads, SimulationOptions options, UnaryOperator<Circuit> preparation) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
    this.threads = threads;
    this.options = options;
    this.preparation = preparation;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "local-backend");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public boolean keepsJobs() {
    return false;
  }

  @Override
  public Capabilities capabilities() {
    // The other engines take any number of qubits, as long as little is entangled across the line.
    int qubits = FULL.contains(options.engine()) ? MAXIMUM_QUBITS_OF_FULL : Integer.MAX_VALUE;
    return new Capabilities(qubits, Integer.MAX_VALUE, false);
  }

  @Override
  public JobId submit(JobRequest request) {
    SimulatedProgram program = program(request.program());
    Simulation.check(program, request);
    JobId id = new JobId("local-" + submitted.incrementAndGet());
    jobs.put(id, worker.submit(() -> Simulation.run(program, request, threads)));
    return id;
  }

  private SimulatedProgram prepared(String text) {
    return SimulatedProgram.of(preparation.apply(QasmReader.read(text)), options);
  }

  private SimulatedProgram program(String text) {
    try {
      return programs.get(text, this::prepared);
    } catch (QasmSyntaxException | UnsupportedProgramException | IllegalArgumentException e) {
      throw new BackendException(Kind.BAD_REQUEST, e.getMessage(), e);
    }
  }

  @Override
  public JobState state(JobId id) {
    try {
      return await(id, Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new JobState.Running();
    }
  }

  @Override
  public JobState await(JobId id, Duration atMost) throws InterruptedException {
    try {
      find(id).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return new JobState.Completed();
    } catch (TimeoutException e) {
      return new JobState.Running();
    } catch (CancellationException e) {
      return new JobState.Cancelled();
    } catch (ExecutionException e) {
      return isCancellation(e)
          ? new JobState.Cancelled()
          : new JobState.Failed(reason(e.getCause()));
    }
  }

  /** The simulator says so itself if it is interrupted before the job is marked. */
  private static boolean isCancellation(ExecutionException e) {
    return e.getCause() instanceof CancellationException;
  }

  private static BackendException cancelled(JobId id, Throwable cause) {
    return new BackendException(Kind.JOB_CANCELLED, "job " + id + " was cancelled", cause);
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  @Override
  public JobResult result(JobId id) {
    Future<JobResult> job = find(id);
    if (!job.isDone()) {
      throw new BackendException(Kind.NOT_READY, "job " + id + " has not ended yet");
    }
    try {
      return job.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException(Kind.NOT_READY, "interrupted while reading job " + id, e);
    } catch (CancellationException e) {
      throw cancelled(id, e);
    } catch (ExecutionException e) {
      if (isCancellation(e)) {
        throw cancelled(id, e);
      }
      throw new BackendException(
          Kind.JOB_FAILED, "job " + id + " failed: " + reason(e.getCause()), e.getCause());
    }
  }

  @Override
  public void cancel(JobId id) {
    find(id).cancel(true);
  }

  private Future<JobResult> find(JobId id) {
    return jobs.find(id)
        .orElseThrow(
            () ->
                new BackendException(
                    Kind.UNKNOWN_JOB,
                    "there is no job " + id + " in this process; local jobs end with it"));
  }

  /** Also cancels the jobs that run or wait, since they live in this process. */
  @Override
  public void close() {
    worker.shutdownNow().forEach(LocalBackend::cancelWaiting);
  }

  private static void cancelWaiting(Runnable task) {
    if (task instanceof Future<?> job) {
      job.cancel(false);
    }
  }
}

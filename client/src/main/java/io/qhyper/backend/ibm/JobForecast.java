package io.qhyper.backend.ibm;

import io.qhyper.backend.JobRequest;
import io.qhyper.circuit.Circuit;
import java.util.List;

/**
 * Tells which jobs {@link IbmBackend} would make of a request, by the same cut and without sending
 * anything. Where rows are to go with one program and the service refuses that, it makes other jobs
 * than these.
 */
public final class JobForecast {
  /** As long as those of real jobs. */
  private static final String TAG = "qhyper-000000000000000000000000-000";

  private final IbmOptions options;
  private final DeviceProgram program;

  /**
   * One job of the service.
   *
   * @param circuits programs in it
   * @param rows rows of values, at least as many as circuits
   * @param executions rows × shots
   * @param bytes of its body
   * @param seconds that it takes, estimated
   * @param cap the cap on its time that is sent with it, in seconds
   */
  public record Size(
      int circuits, int rows, long executions, long bytes, double seconds, int cap) {}

  /**
   * The forecast for one program.
   *
   * @param text OpenQASM 3
   * @param compiler the same as the backend's
   * @throws IllegalArgumentException if it cannot be read, compiled, or measures nothing
   */
  public JobForecast(String text, IbmOptions options, ProgramCompiler compiler) {
    this.options = options;
    this.program = DeviceProgram.of(text, compiler);
  }

  /** The program as the device gets it, with its inputs open. */
  public Circuit compiled() {
    return program.compiled();
  }

  /** Whether the rows of a job go with one program. */
  public boolean isByRows() {
    return JobPlan.isByRows(program, options);
  }

  /**
   * The jobs of a request for this program, in order.
   *
   * @throws IllegalArgumentException if the service would take no such job
   */
  public List<Size> jobs(JobRequest request) {
    JobPlan plan = new JobPlan(program, request, options);
    plan.check();
    return plan.preferred().stream().map(part -> size(plan, part)).toList();
  }

  private static Size size(JobPlan plan, JobPlan.Part part) {
    SamplerJob job = part.job(TAG);
    int rows = part.submission().rows();
    return new Size(
        job.pubs().size(),
        rows,
        job.executions(),
        job.json().length,
        part.submission().seconds(),
        plan.cap(rows));
  }
}

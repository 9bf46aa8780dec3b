package io.qhyper.hardware;

import io.qhyper.backend.Backend;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.ibm.IbmBackend;
import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.JobCare;
import io.qhyper.backend.ibm.JobForecast;
import io.qhyper.backend.ibm.LostJobs;
import io.qhyper.backend.ibm.LostPolicy;
import io.qhyper.backend.ibm.QpuTime;
import io.qhyper.backend.ibm.SessionSource;
import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.qasm.QasmReader;
import java.util.OptionalDouble;

/**
 * One program on one device: compiled, with the time that it takes, and made into a backend.
 *
 * @param device where it runs
 * @param compiler has the program's layout
 * @param compiled the program
 * @param options how jobs are made, with the time of this program
 */
public record IbmRuns(
    IbmDevice device, DeviceCompiler compiler, CompiledCircuit compiled, IbmOptions options) {

  /**
   * Compiles a program for a device.
   *
   * @param program OpenQASM 3 text, as it will be sent
   * @param options whose time is replaced by that of the program and the delay of the sampler's
   *     options or the device
   * @throws io.qhyper.compile.CompileException if the device cannot run it
   * @throws IllegalArgumentException if the device has no such delay
   */
  public static IbmRuns of(
      IbmDevice device, CompileOptions compile, String program, IbmOptions options) {
    DeviceCompiler compiler = new DeviceCompiler(device.target(), compile);
    Circuit circuit = QasmReader.read(program);
    CompiledCircuit compiled = compiler.compiled(circuit);
    return new IbmRuns(
        device, compiler, compiled, options.withTime(time(device, compiled, options)));
  }

  private static QpuTime time(IbmDevice device, CompiledCircuit compiled, IbmOptions options) {
    options.sampler().repetitionDelay().ifPresent(device.delays()::require);
    OptionalDouble circuit = compiled.report().durationSeconds();
    QpuTime typical = QpuTime.TYPICAL;
    return typical
        .withCircuitTime(circuit.orElse(typical.circuitTime()))
        .withRepetitionDelay(
            options
                .sampler()
                .repetitionDelay()
                .orElse(device.target().repetitionDelay().orElse(typical.repetitionDelay())));
  }

  /** The seconds that a request for any program takes on the device, estimated. */
  public double seconds(JobRequest request) {
    return new JobForecast(request.program(), options, compiler)
        .jobs(request).stream().mapToDouble(JobForecast.Size::seconds).sum();
  }

  /**
   * The backend for a command that keeps no journal.
   *
   * @param service is closed with the backend
   * @param jobs keeps its submissions until it has given its result
   */
  public Backend open(IbmService service, SingleJobs jobs, RunTerms terms) {
    if (terms.lost() == LostPolicy.RESUBMIT) {
      jobs.giveUp(new LostJobs(service));
    }
    return open(
        service,
        new JobCare(
            jobs,
            new TagNames("single", terms.process()),
            new SingleSpending(terms.limits()),
            SessionSource.NONE,
            new QueueNews(service, device.name(), terms.news())));
  }

  IbmBackend open(IbmService service, JobCare care) {
    return new IbmBackend(service, options, device.target().qubits().size(), care, compiler);
  }
}

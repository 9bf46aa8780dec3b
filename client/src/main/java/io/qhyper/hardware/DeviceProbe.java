package io.qhyper.hardware;

import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.LostPolicy;
import io.qhyper.backend.ibm.NamedGate;
import io.qhyper.backend.ibm.Probe;
import io.qhyper.backend.ibm.ProbeFile;
import io.qhyper.backend.ibm.ProbeFindings;
import io.qhyper.backend.ibm.ProbeSite;
import io.qhyper.backend.ibm.QpuTime;
import io.qhyper.circuit.GateName;
import io.qhyper.compile.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A probe of an account on the qubits of a device that are read best.
 *
 * @param device where the job runs
 * @param file remembers what is found
 * @param options how patient it is with uncertain submissions
 * @param lost what becomes of a job that the service does not know any more
 */
public record DeviceProbe(IbmDevice device, ProbeFile file, IbmOptions options, LostPolicy lost) {
  private static final int QUBITS = 3;
  private static final QpuTime TIME = QpuTime.TYPICAL;

  /**
   * Circuits × rows × shots of the job.
   *
   * @throws IllegalArgumentException if the device has not enough qubits that work
   */
  public long executions() {
    return site().executions();
  }

  /** Seconds of quantum computer that the job will take, about. */
  public double seconds() {
    return TIME.seconds(1, executions());
  }

  /**
   * Sends the job and waits for the answers; goes on with that of a probe that was broken off.
   *
   * @param process tells this process from all others
   * @param say told what the user must know
   * @throws IllegalArgumentException if the device has not enough qubits that work
   * @throws io.qhyper.backend.BackendException if the service refuses or cannot be asked
   */
  public ProbeFindings run(IbmService service, String process, Consumer<String> say) {
    return new Probe(
            service, options.withTime(TIME), lost, file, new TagNames("probe", process), say)
        .run(site());
  }

  private ProbeSite site() {
    return new ProbeSite(qubits(), gate());
  }

  /** The gate to be defined that works best. */
  private Optional<NamedGate> gate() {
    return NamedGate.GATES.stream().flatMap(gate -> best(gate).stream()).findFirst();
  }

  private Optional<NamedGate> best(GateName gate) {
    Target target = device.target();
    return target.sites(gate.text()).keySet().stream()
        .filter(pair -> target.isUsable(gate.text(), pair))
        .filter(pair -> pair.stream().allMatch(this::isUsable))
        .min(
            Comparator.comparingDouble(
                pair -> target.sites(gate.text()).get(pair).error().orElse(1)))
        .map(pair -> new NamedGate(gate, pair.get(0), pair.get(1)));
  }

  private boolean isUsable(int qubit) {
    Target target = device.target();
    return target.isUsable("sx", List.of(qubit))
        && target.isUsable("rz", List.of(qubit))
        && target.qubits().get(qubit).isReadable();
  }

  private List<Integer> qubits() {
    Target target = device.target();
    List<Integer> best =
        IntStream.range(0, target.qubits().size())
            .boxed()
            .filter(this::isUsable)
            .sorted(
                Comparator.comparingDouble(
                    qubit -> target.qubits().get(qubit).readoutError().orElse(1)))
            .limit(QUBITS)
            .toList();
    if (best.size() < QUBITS) {
      throw new IllegalArgumentException(
          "device %s has %d qubits with rz, sx and readout that work, the probe needs %d"
              .formatted(device.name(), best.size(), QUBITS));
    }
    return best;
  }
}

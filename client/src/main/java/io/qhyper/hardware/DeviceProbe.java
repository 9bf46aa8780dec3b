package io.qhyper.hardware;

import io.qhyper.backend.ibm.IbmOptions;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.Probe;
import io.qhyper.backend.ibm.ProbeFile;
import io.qhyper.backend.ibm.ProbeFindings;
import io.qhyper.backend.ibm.QpuTime;
import io.qhyper.compile.Target;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A probe of an account on the qubits of a device that are read best.
 *
 * @param device where the job runs
 * @param file remembers what is found
 */
public record DeviceProbe(IbmDevice device, ProbeFile file) {
  private static final int QUBITS = 3;
  private static final QpuTime TIME = QpuTime.TYPICAL;

  /** Circuits × rows × shots of the job. */
  public long executions() {
    return Probe.executions();
  }

  /** Seconds of quantum computer that the job will take, about. */
  public double seconds() {
    return TIME.seconds(1, executions());
  }

  /**
   * Sends the job and waits for the answers; goes on with that of a probe that was broken off.
   *
   * @param process tells this process from all others
   * @throws IllegalArgumentException if the device has not enough qubits that work
   * @throws io.qhyper.backend.BackendException if the service refuses or cannot be asked
   */
  public ProbeFindings run(IbmService service, String process) {
    IbmOptions options = IbmOptions.of(device.name()).withTime(TIME);
    return new Probe(service, options, file, new TagNames("probe", process)).run(qubits());
  }

  private List<Integer> qubits() {
    Target target = device.target();
    List<Integer> best =
        IntStream.range(0, target.qubits().size())
            .boxed()
            .filter(qubit -> target.isUsable("sx", List.of(qubit)))
            .filter(qubit -> target.isUsable("rz", List.of(qubit)))
            .filter(qubit -> target.qubits().get(qubit).isReadable())
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

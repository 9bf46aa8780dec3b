package io.qhyper.mitigation;

import io.qhyper.backend.JobRequest;
import io.qhyper.backend.JobResult;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Measure;
import io.qhyper.circuit.Parameter;
import io.qhyper.qasm.Qasm3Writer;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A program that prepares any string on the qubits that another program measures, by one rotation
 * rx(0) or rx(π) a qubit: one job measures a whole calibration. The errors of these rotations, a
 * hundredth of usual readout errors, go into the measured rates.
 *
 * @param backend the name of the place where it runs
 * @param deviceCalibration which calibration of the device the layout was chosen by; empty for none
 * @param qubits the measured qubit of each classical bit
 * @param circuit the program, with a register of the same name; input i prepares bit i
 */
public record CalibrationProgram(
    String backend, Optional<String> deviceCalibration, List<Integer> qubits, Circuit circuit) {
  public CalibrationProgram {
    qubits = List.copyOf(qubits);
  }

  /**
   * The calibration for a program.
   *
   * @param program as the backend runs it: on physical qubits if it is compiled for a device
   * @param register whose bits will be corrected
   * @throws IllegalArgumentException if there is no such register, or a bit of it is not measured
   */
  public static CalibrationProgram of(
      Circuit program, String register, String backend, Optional<String> deviceCalibration) {
    List<Integer> qubits = measured(program, register);
    List<Parameter> inputs = new ArrayList<>();
    List<Instruction> steps = new ArrayList<>();
    for (int bit = 0; bit < qubits.size(); bit++) {
      inputs.add(new Parameter("prepare_" + bit));
      steps.add(GateCall.of(GateName.RX, List.of(Angle.of(inputs.get(bit))), qubits.get(bit)));
    }
    for (int bit = 0; bit < qubits.size(); bit++) {
      steps.add(new Measure(qubits.get(bit), bit));
    }
    Circuit circuit =
        new Circuit(
            program.labels(),
            program.qubits(),
            List.of(new ClassicalRegister(register, 0, qubits.size())),
            inputs,
            steps);
    return new CalibrationProgram(backend, deviceCalibration, qubits, circuit);
  }

  private static List<Integer> measured(Circuit program, String name) {
    ClassicalRegister register =
        program.registers().stream()
            .filter(r -> r.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the program has no classical register '" + name + "'"));
    Integer[] qubits = new Integer[register.width()];
    for (Instruction step : program.instructions()) {
      if (step instanceof Measure measure) {
        int bit = measure.bit() - register.offset();
        if (bit >= 0 && bit < qubits.length) {
          qubits[bit] = measure.qubit();
        }
      }
    }
    for (int bit = 0; bit < qubits.length; bit++) {
      if (qubits[bit] == null) {
        throw new IllegalArgumentException(
            "bit %d of register %s is measured nowhere, or under a condition, so it has no calibration"
                .formatted(bit, name));
      }
    }
    return Arrays.asList(qubits);
  }

  /** The same program in the gates of a device; its inputs stay. */
  public CalibrationProgram compiled(Circuit inNativeGates) {
    return new CalibrationProgram(backend, deviceCalibration, qubits, inNativeGates);
  }

  /**
   * The job that measures a calibration.
   *
   * @param shots of each prepared string
   */
  public JobRequest request(CalibrationMethod method, int shots, StreamKey stream) {
    List<double[]> rows =
        method.prepared(qubits.size()).stream().map(CalibrationProgram::row).toList();
    return new JobRequest(Qasm3Writer.write(circuit), rows, shots, stream);
  }

  private static double[] row(BitString string) {
    double[] row = new double[string.width()];
    for (int bit = 0; bit < row.length; bit++) {
      row[bit] = string.bit(bit) ? Math.PI : 0;
    }
    return row;
  }

  /** What the job has measured. */
  public Calibration calibration(CalibrationMethod method, JobResult result, Instant measuredAt) {
    List<BitString> prepared = method.prepared(qubits.size());
    List<Counts> read = result.register(circuit.registers().get(0).name());
    return new Calibration(
        measuredAt,
        backend,
        deviceCalibration,
        qubits,
        method,
        read.stream().mapToLong(Counts::shots).sum(),
        method.fitted(prepared, read));
  }
}

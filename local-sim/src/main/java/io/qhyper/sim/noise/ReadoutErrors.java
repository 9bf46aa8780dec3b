package io.qhyper.sim.noise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which measurements are misread how: what a qubit has of its own comes first, then what its
 * classical register has, then the rest.
 *
 * @param everywhere all other measurements
 * @param byQubit by number of the measured qubit
 * @param byRegister by name of the classical register that the bit belongs to
 */
public record ReadoutErrors(
    ReadoutError everywhere,
    Map<Integer, ReadoutError> byQubit,
    Map<String, ReadoutError> byRegister) {
  /** No misreading. */
  public static final ReadoutErrors NONE = new ReadoutErrors(ReadoutError.NONE, Map.of(), Map.of());

  public ReadoutErrors {
    byQubit = Map.copyOf(byQubit);
    byRegister = Map.copyOf(byRegister);
  }

  /** How a measurement of a qubit into a bit of a register is misread. */
  public ReadoutError of(int qubit, String register) {
    ReadoutError own = byQubit.get(qubit);
    return own != null ? own : byRegister.getOrDefault(register, everywhere);
  }

  /** The same errors, {@code factor} times as frequent. */
  public ReadoutErrors scaled(double factor) {
    Map<Integer, ReadoutError> qubits = new TreeMap<>();
    byQubit.forEach((qubit, error) -> qubits.put(qubit, error.scaled(factor)));
    Map<String, ReadoutError> registers = new LinkedHashMap<>();
    byRegister.forEach((name, error) -> registers.put(name, error.scaled(factor)));
    return new ReadoutErrors(everywhere.scaled(factor), qubits, registers);
  }

  /** Whether no rule for misreading was given, not even one of probability 0. */
  public boolean isEmpty() {
    return everywhere.isNone() && byQubit.isEmpty() && byRegister.isEmpty();
  }
}

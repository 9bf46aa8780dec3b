package io.qhyper.backend.ibm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Three inputs on three qubits, one bit each: 1 where the input is 0, and 0 where it is π. Their
 * order of declaration, of names and of first use have no place in common, and row r sets the
 * columns 0 to r, so that the counts tell both rows and columns.
 */
final class ProbeProgram {
  static final int INPUTS = 3;
  static final int SHOTS = 100;
  static final String REGISTER = "c";
  static final Map<String, Integer> REGISTERS = Map.of(REGISTER, INPUTS);

  /** By bit. */
  private static final List<String> NAMES = List.of("alpha", "beta", "gamma");

  private static final List<Integer> DECLARATION = List.of(1, 2, 0);
  private static final List<Integer> FIRST_USE = List.of(2, 0, 1);
  private static final List<Integer> NAME = List.of(0, 1, 2);

  private ProbeProgram() {}

  /** The text on three qubits of a device, in gates that every device has. */
  static String open(List<Integer> qubits) {
    StringBuilder inputs = new StringBuilder();
    DECLARATION.forEach(
        bit -> inputs.append("input float[64] ").append(NAMES.get(bit)).append(";\n"));
    return text(inputs.toString(), qubits, NAMES);
  }

  /** The text of one row, for a service that takes no rows; it measures 001. */
  static String bound(List<Integer> qubits) {
    return text("", qubits, List.of("0", "pi", "pi"));
  }

  private static String text(String inputs, List<Integer> qubits, List<String> angles) {
    StringBuilder text = new StringBuilder();
    text.append("OPENQASM 3.0;\ninclude \"stdgates.inc\";\n").append(inputs);
    text.append("bit[").append(INPUTS).append("] ").append(REGISTER).append(";\n");
    for (int bit : FIRST_USE) {
      text.append(
          String.format(
              Locale.ROOT,
              "sx $%1$d; rz(%2$s) $%1$d; sx $%1$d;\n",
              qubits.get(bit),
              angles.get(bit)));
    }
    for (int bit = 0; bit < INPUTS; bit++) {
      text.append(
          String.format(Locale.ROOT, "%s[%d] = measure $%d;\n", REGISTER, bit, qubits.get(bit)));
    }
    return text.toString();
  }

  static List<double[]> rows() {
    List<double[]> rows = new ArrayList<>();
    for (int row = 0; row < INPUTS; row++) {
      double[] values = new double[INPUTS];
      for (int column = 0; column < INPUTS; column++) {
        values[column] = column <= row ? 0 : Math.PI;
      }
      rows.add(values);
    }
    return rows;
  }

  /** The order in which a service gave the columns to the inputs. */
  static ColumnOrder order(List<Integer> columns) {
    if (columns.equals(NAME)) {
      return ColumnOrder.NAME;
    } else if (columns.equals(DECLARATION)) {
      return ColumnOrder.DECLARATION;
    }
    return columns.equals(FIRST_USE) ? ColumnOrder.FIRST_USE : ColumnOrder.OTHER;
  }
}

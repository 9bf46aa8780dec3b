package io.qhyper.cli;

import io.qhyper.circuit.Circuit;
import io.qhyper.qasm.Qasm2Writer;
import io.qhyper.qasm.Qasm3Writer;
import java.util.Locale;

/** The languages of {@code export}. */
enum ExportFormat {
  QASM3 {
    @Override
    String write(Circuit circuit) {
      return Qasm3Writer.write(circuit);
    }
  },
  QASM2 {
    @Override
    String write(Circuit circuit) {
      if (!circuit.parameters().isEmpty()) {
        throw new IllegalArgumentException(
            "OpenQASM 2 has no open parameters; give their values with --params FILE "
                + "or use --format qasm3");
      }
      return Qasm2Writer.write(circuit);
    }
  };

  abstract String write(Circuit circuit);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

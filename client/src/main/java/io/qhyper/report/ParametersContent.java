package io.qhyper.report;

import io.qhyper.ansatz.Ansatz;
import io.qhyper.hybrid.RestartResult;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code parameters.json}: the angles of the recommended restart, and of which circuit they are.
 */
public final class ParametersContent {
  private ParametersContent() {}

  /** The content: ansatz, qubits, layers; start, best and final angles in the flat order. */
  public static Map<String, Object> of(Ansatz ansatz, RestartResult restart) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("ansatz", ansatz.name());
    content.put("qubits", ansatz.qubits());
    content.put("layers", ansatz.layers());
    content.put("restart", restart.restart());
    content.put("start", restart.angles().start());
    content.put("best", restart.angles().best());
    content.put("final", restart.angles().last());
    return content;
  }
}

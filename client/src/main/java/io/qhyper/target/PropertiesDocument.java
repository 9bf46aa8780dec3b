package io.qhyper.target;

import java.util.List;

/** What is used of {@code properties.json}; any field may be null. */
record PropertiesDocument(List<List<Row>> qubits, List<GateRows> gates) {

  /** One number with its unit as text. */
  record Row(String name, String unit, Double value) {}

  /** The numbers of a gate on one tuple of qubits. */
  record GateRows(String gate, List<Integer> qubits, List<Row> parameters) {}
}

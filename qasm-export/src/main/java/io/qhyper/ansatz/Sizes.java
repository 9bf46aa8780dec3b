package io.qhyper.ansatz;

/** The check of sizes that all ansätze share. */
final class Sizes {
  private Sizes() {}

  static void check(int qubits, int layers, int leastLayers) {
    if (qubits < 1) {
      throw new IllegalArgumentException("an ansatz needs at least 1 qubit, got " + qubits);
    }
    if (layers < leastLayers) {
      throw new IllegalArgumentException(
          "layers must be at least " + leastLayers + ", got " + layers);
    }
  }
}

package io.qhyper.sim.state;

/**
 * The 2^n amplitudes of n qubits, 0 to {@value #MAX_QUBITS}.
 *
 * <p>Mutable, for one thread at a time. Takes {@link #bytes} of heap.
 */
public final class StateVector implements Amplitudes<StateVector> {
  /** The most qubits whose amplitudes Java arrays can index. */
  public static final int MAX_QUBITS = 30;

  private final int qubits;
  private final double[] re;
  private final double[] im;

  private StateVector(int qubits, double[] re, double[] im) {
    this.qubits = qubits;
    this.re = re;
    this.im = im;
  }

  /**
   * The state |0…0⟩.
   *
   * @throws IllegalArgumentException if the number of qubits is out of range
   */
  public static StateVector zero(int qubits) {
    if (qubits < 0 || qubits > MAX_QUBITS) {
      throw new IllegalArgumentException(
          "a state vector holds 0 to " + MAX_QUBITS + " qubits, got " + qubits);
    }
    StateVector state = new StateVector(qubits, new double[1 << qubits], new double[1 << qubits]);
    state.re[0] = 1;
    return state;
  }

  /** Bytes of heap that the amplitudes of a state take: 16·2^qubits; qubits below 59. */
  public static long bytes(int qubits) {
    return (2L * Double.BYTES) << qubits;
  }

  /** Number of qubits. */
  public int qubits() {
    return qubits;
  }

  @Override
  public int size() {
    return re.length;
  }

  /** Real parts; the state's own array. */
  double[] re() {
    return re;
  }

  /** Imaginary parts; the state's own array. */
  double[] im() {
    return im;
  }

  /** Real part of the amplitude of a basis index. */
  public double re(int index) {
    return re[index];
  }

  /** Imaginary part of the amplitude of a basis index. */
  public double im(int index) {
    return im[index];
  }

  @Override
  public double probability(int index) {
    return re[index] * re[index] + im[index] * im[index];
  }

  @Override
  public StateVector copy() {
    return new StateVector(qubits, re.clone(), im.clone());
  }

  @Override
  public double probabilityOfOne(int qubit) {
    int stride = 1 << qubit;
    double zero = Kernels.squaredNorm(re, im, stride, 0);
    double one = Kernels.squaredNorm(re, im, stride, stride);
    return one / (zero + one);
  }

  @Override
  public void collapse(int qubit, int outcome, double probability) {
    int stride = 1 << qubit;
    int kept = outcome * stride;
    Kernels.scale(re, im, stride, kept, 1 / Math.sqrt(probability));
    Kernels.scale(re, im, stride, stride - kept, 0);
  }

  @Override
  public void flip(int qubit) {
    int stride = 1 << qubit;
    Kernels.exchange(re, im, stride, 0, stride);
  }

  @Override
  public void weigh(double[] weights, IndexMap map) {
    for (int i = 0; i < re.length; i++) {
      double weight = weights[map.of(i)];
      re[i] *= weight;
      im[i] *= weight;
    }
  }

  @Override
  public double mean(double[] weights, IndexMap map) {
    double sum = 0;
    for (int i = 0; i < re.length; i++) {
      sum += (re[i] * re[i] + im[i] * im[i]) * weights[map.of(i)];
    }
    return sum;
  }

  @Override
  public void addProbabilities(double[] table, IndexMap map) {
    for (int i = 0; i < re.length; i++) {
      table[map.of(i)] += re[i] * re[i] + im[i] * im[i];
    }
  }
}

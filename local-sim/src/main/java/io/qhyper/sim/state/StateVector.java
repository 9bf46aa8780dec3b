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

  /**
   * Applies any matrix, unitary or not, to some qubits.
   *
   * @param qubits different, the least significant bit of the matrix index first
   * @param mRe real parts of the 2^k × 2^k matrix, row by row
   * @param mIm imaginary parts
   */
  public void transform(int[] qubits, double[] mRe, double[] mIm) {
    Support support = Support.of(new int[0], qubits);
    int[] offsets = support.offsets();
    switch (qubits.length) {
      case 1 -> Kernels.dense(re, im, support.fixed(), offsets[0], offsets[1], mRe, mIm);
      case 2 -> Kernels.dense4(re, im, support.fixed(), offsets, mRe, mIm);
      default -> Kernels.denseMany(re, im, support.fixed(), offsets, mRe, mIm);
    }
  }

  /** Multiplies every amplitude by a real factor. */
  public void scale(double factor) {
    Kernels.scale(re, im, 0, 0, factor);
  }

  /** Adds the amplitudes of a state on as many qubits to these. */
  public void add(StateVector other) {
    for (int i = 0; i < re.length; i++) {
      re[i] += other.re[i];
      im[i] += other.im[i];
    }
  }

  /**
   * Fills in the reduced density matrix of some qubits: ρ[a,b] = Σ ψ[a…]·conj ψ[b…]. A few passes.
   *
   * @param qubits different, the least significant bit of the matrix index first
   * @param outRe receives the real parts, row by row; zero before
   * @param outIm receives the imaginary parts, likewise
   */
  public void reduce(int[] qubits, double[] outRe, double[] outIm) {
    Support support = Support.of(new int[0], qubits);
    Kernels.reduce(re, im, support.fixed(), support.offsets(), outRe, outIm);
  }

  /**
   * For a density matrix of n qubits whose rows are qubits 0 to n−1 and whose columns the next n:
   * (1−λ)ρ + λ·1/d ⊗ (the trace of ρ over some qubits).
   *
   * @param qubits of the density matrix, different
   */
  public void depolarize(int[] qubits, double lambda) {
    int half = this.qubits / 2;
    int[] all = new int[2 * qubits.length];
    for (int k = 0; k < qubits.length; k++) {
      all[k] = qubits[k];
      all[k + qubits.length] = qubits[k] + half;
    }
    Support support = Support.of(new int[0], all);
    Kernels.depolarize(re, support.fixed(), support.offsets(), lambda);
    Kernels.depolarize(im, support.fixed(), support.offsets(), lambda);
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

  /**
   * Σ |amplitude|²·weight, where {@code base} names the bits of the table's index that no qubit
   * shows. One pass.
   */
  public double mean(double[] weights, IndexMap map, int base) {
    double sum = 0;
    for (int i = 0; i < re.length; i++) {
      sum += (re[i] * re[i] + im[i] * im[i]) * weights[map.of(i) | base];
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

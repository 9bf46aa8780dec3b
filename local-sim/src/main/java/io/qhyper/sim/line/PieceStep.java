package io.qhyper.sim.line;

/**
 * One step of a piece, on flat vectors: the lowest bits of an index are the piece's qubits, those
 * above number the terms of the gates across its borders so far.
 */
interface PieceStep {
  /** Changes a vector in place. */
  interface Inner extends PieceStep {
    void apply(double[] re, double[] im, Settings settings);
  }

  /** Makes of a vector one of twice the length: P₀ of it, then P₁ of it. */
  interface Branch extends PieceStep {
    void apply(double[] re, double[] im, double[] nextRe, double[] nextIm, Settings settings);
  }

  /** Turns one qubit. */
  static Inner turn(int bit, int slot) {
    return (re, im, settings) -> TurnKernels.apply(re, im, 1 << bit, settings.turns(), slot);
  }

  /** CX. */
  static Inner flip(int control, int target) {
    return (re, im, settings) -> {
      PairKernels.flip(re, 1 << control, 1 << target);
      PairKernels.flip(im, 1 << control, 1 << target);
    };
  }

  /** CZ. */
  static Inner sign(int one, int other) {
    return (re, im, settings) -> {
      PairKernels.negate(re, 1 << one | 1 << other);
      PairKernels.negate(im, 1 << one | 1 << other);
    };
  }

  /** exp(−iθ/2 Z⊗Z). */
  static Inner coupling(int one, int other, int slot) {
    return (re, im, settings) -> {
      int at = slot * Settings.COUPLING;
      double[] numbers = settings.couplings();
      PairKernels.couple(re, im, 1 << one | 1 << other, numbers[at], numbers[at + 1]);
    };
  }

  /** P₀ = |0⟩⟨0|, P₁ = |1⟩⟨1|: a control of CX or CZ. */
  static Branch project(int bit) {
    return (re, im, nextRe, nextIm, settings) -> {
      for (int i = 0; i < re.length; i++) {
        int place = i + (i >> bit & 1) * re.length;
        int other = i + (~i >> bit & 1) * re.length;
        nextRe[place] = re[i];
        nextIm[place] = im[i];
        nextRe[other] = 0;
        nextIm[other] = 0;
      }
    };
  }

  /** P₀ = I, P₁ = X: the target of CX. */
  static Branch flipped(int bit) {
    return (re, im, nextRe, nextIm, settings) -> {
      for (int i = 0; i < re.length; i++) {
        nextRe[i] = re[i];
        nextIm[i] = im[i];
        nextRe[re.length + i] = re[i ^ 1 << bit];
        nextIm[re.length + i] = im[i ^ 1 << bit];
      }
    };
  }

  /** P₀ = I, P₁ = Z: the other side of CZ, one side of a coupling. */
  static Branch signed(int bit) {
    return (re, im, nextRe, nextIm, settings) -> {
      for (int i = 0; i < re.length; i++) {
        double sign = 1 - 2 * (i >> bit & 1);
        nextRe[i] = re[i];
        nextIm[i] = im[i];
        nextRe[re.length + i] = sign * re[i];
        nextIm[re.length + i] = sign * im[i];
      }
    };
  }

  /** P₀ = cos(θ/2)·I, P₁ = −i·sin(θ/2)·Z: the other side of a coupling. */
  static Branch coupled(int bit, int slot) {
    return (re, im, nextRe, nextIm, settings) -> {
      double c = settings.couplings()[slot * Settings.COUPLING];
      double s = settings.couplings()[slot * Settings.COUPLING + 1];
      for (int i = 0; i < re.length; i++) {
        double sine = (1 - 2 * (i >> bit & 1)) * s;
        nextRe[i] = c * re[i];
        nextIm[i] = c * im[i];
        nextRe[re.length + i] = sine * im[i];
        nextIm[re.length + i] = -sine * re[i];
      }
    };
  }
}

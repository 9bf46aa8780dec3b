package io.qhyper.sim.line;

/** The kinds of {@link BranchStep}: what each side of a gate across the cut does. */
final class Branches {
  private Branches() {}

  /** P₀ = |0⟩⟨0|, P₁ = |1⟩⟨1|: a control of CX or CZ. */
  static final class Project extends BranchStep {
    private final int stride;

    Project(int bit) {
      this.stride = 1 << bit;
    }

    @Override
    void branch(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      clear(re, stride);
      clear(im, stride);
      clear(otherRe, 0);
      clear(otherIm, 0);
    }

    @Override
    void join(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      add(re, otherRe);
      add(im, otherIm);
    }

    @Override
    void gather(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      copyOnes(otherRe, re);
      copyOnes(otherIm, im);
    }

    private void clear(double[] v, int value) {
      for (int block = value; block < v.length; block += 2 * stride) {
        java.util.Arrays.fill(v, block, block + stride, 0);
      }
    }

    private void copyOnes(double[] from, double[] to) {
      for (int block = stride; block < to.length; block += 2 * stride) {
        System.arraycopy(from, block, to, block, stride);
      }
    }
  }

  /** P₀ = I, P₁ = X: the target of CX. */
  static final class Flip extends BranchStep {
    private final int stride;

    Flip(int bit) {
      this.stride = 1 << bit;
    }

    @Override
    void branch(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      PairKernels.flip(otherRe, 0, stride);
      PairKernels.flip(otherIm, 0, stride);
    }

    @Override
    void join(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      // P₀ is the identity.
    }

    @Override
    void gather(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      branch(re, im, otherRe, otherIm, settings);
      add(re, otherRe);
      add(im, otherIm);
    }
  }

  /** P₀ = I, P₁ = Z: the other side of CZ, one side of a coupling. */
  static final class Sign extends BranchStep {
    private final int stride;

    Sign(int bit) {
      this.stride = 1 << bit;
    }

    @Override
    void branch(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      PairKernels.negate(otherRe, stride);
      PairKernels.negate(otherIm, stride);
    }

    @Override
    void join(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      // P₀ is the identity.
    }

    @Override
    void gather(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      branch(re, im, otherRe, otherIm, settings);
      add(re, otherRe);
      add(im, otherIm);
    }
  }

  /** P₀ = cos(θ/2)·I, P₁ = −i·sin(θ/2)·Z: the other side of a coupling. */
  static final class Couple extends BranchStep {
    private final int stride;
    private final int slot;

    Couple(int bit, int slot) {
      this.stride = 1 << bit;
      this.slot = slot;
    }

    @Override
    public boolean differs(Settings one, Settings other) {
      return one.couplingDiffers(other, slot);
    }

    private double cosine(Settings settings) {
      return settings.couplings()[slot * Settings.COUPLING];
    }

    private double sine(Settings settings) {
      return settings.couplings()[slot * Settings.COUPLING + 1];
    }

    @Override
    void branch(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      double c = cosine(settings);
      double s = sine(settings);
      for (int i = 0; i < re.length; i++) {
        double signed = (i & stride) == 0 ? s : -s;
        otherRe[i] = signed * im[i];
        otherIm[i] = -signed * re[i];
        re[i] *= c;
        im[i] *= c;
      }
    }

    @Override
    void join(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      gather(re, im, otherRe, otherIm, settings);
    }

    @Override
    void gather(double[] re, double[] im, double[] otherRe, double[] otherIm, Settings settings) {
      double c = cosine(settings);
      double s = sine(settings);
      for (int i = 0; i < re.length; i++) {
        double signed = (i & stride) == 0 ? s : -s;
        re[i] = c * re[i] - signed * otherIm[i];
        im[i] = c * im[i] + signed * otherRe[i];
      }
    }

    /** 2·Re⟨bra₀|−½sin(θ/2)|ket⟩ + 2·Re⟨bra₁|−i/2·cos(θ/2)·Z|ket⟩. */
    @Override
    void addSlope(Family ket, Family bra, int term, Settings settings, Slopes slopes) {
      double[] re = ket.re()[term];
      double[] im = ket.im()[term];
      int other = term + bra.terms() / 2;
      double same = 0;
      for (int i = 0; i < re.length; i++) {
        same += bra.re()[term][i] * re[i] + bra.im()[term][i] * im[i];
      }
      double turned = PairKernels.slope(bra.re()[other], bra.im()[other], re, im, stride);
      slopes.couplings()[slot] += cosine(settings) * turned - sine(settings) * same;
    }
  }
}

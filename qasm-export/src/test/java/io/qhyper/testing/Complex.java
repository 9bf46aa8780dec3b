package io.qhyper.testing;

/** A complex number. */
public record Complex(double re, double im) {
  public static final Complex ZERO = new Complex(0, 0);
  public static final Complex ONE = new Complex(1, 0);
  public static final Complex I = new Complex(0, 1);

  public static Complex of(double re) {
    return new Complex(re, 0);
  }

  /** e^(i·phase). */
  public static Complex phase(double phase) {
    return new Complex(Math.cos(phase), Math.sin(phase));
  }

  public Complex plus(Complex other) {
    return new Complex(re + other.re, im + other.im);
  }

  public Complex times(Complex other) {
    return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
  }

  public Complex times(double factor) {
    return new Complex(re * factor, im * factor);
  }

  public Complex conjugate() {
    return new Complex(re, -im);
  }

  public double squaredNorm() {
    return re * re + im * im;
  }
}

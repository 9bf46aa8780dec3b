package io.qhyper.sim;

/** The axis of a rotation exp(−iθσ/2). */
enum Axis {
  X(0),
  Y(1),
  Z(2);

  private final int number;

  Axis(int number) {
    this.number = number;
  }

  /** Its position in vectors of three. */
  int number() {
    return number;
  }
}

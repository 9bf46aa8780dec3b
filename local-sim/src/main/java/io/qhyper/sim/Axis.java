package io.qhyper.sim;

/** The axis of a rotation exp(−iθσ/2). */
enum Axis {
  X,
  Y,
  Z
}

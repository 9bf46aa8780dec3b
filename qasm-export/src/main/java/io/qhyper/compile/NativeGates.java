package io.qhyper.compile;

/** Which of a device's gates a compiled circuit may use. */
public enum NativeGates {
  /** rz, sx, x and the device's fixed two-qubit gate: cz or ecr. */
  STANDARD,
  /**
   * Also rx with any angle, and rzz with constant angles in [0, π/2], where the device lists them
   * (reference ibm-quantum-rest, section 4.2).
   */
  FRACTIONAL
}

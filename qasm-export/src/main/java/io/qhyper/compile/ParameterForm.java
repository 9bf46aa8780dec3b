package io.qhyper.compile;

/** How a compiled circuit writes angles with parameters. */
public enum ParameterForm {
  /** One rz for parameter and constant, as in rz(theta + π). */
  AFFINE,
  /**
   * One rz for each parameter and one for the constant, as in rz(theta), rz(π), for services that
   * take no expressions; rz takes no time, so nothing is lost.
   */
  BARE
}

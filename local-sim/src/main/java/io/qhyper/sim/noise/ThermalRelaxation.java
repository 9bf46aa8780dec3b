package io.qhyper.sim.noise;

import java.util.List;

/**
 * Relaxation towards |0⟩ and dephasing, for a time t: |1⟩ keeps e^(−t/T1) of its population,
 * coherences keep e^(−t/T2).
 *
 * @param t1 in seconds, above 0, may be infinite
 * @param t2 in seconds, above 0, may be infinite; a value above 2·T1 is taken as 2·T1
 * @param duration t in seconds, not negative
 */
public record ThermalRelaxation(double t1, double t2, double duration) implements Channel {
  public ThermalRelaxation {
    t2 = new Relaxation(t1, t2).t2();
    Values.notNegative("duration of relaxation", duration);
  }

  @Override
  public int qubits() {
    return 1;
  }

  /**
   * Average gate infidelity of this relaxation alone, r = ½ − e^(−t/T2)/3 − e^(−t/T1)/6: with
   * entanglement fidelity F = (1 + 2e^(−t/T2) + e^(−t/T1))/4, r = (1−F)·d/(d+1).
   */
  public double infidelity() {
    return -Math.expm1(-duration / t2) / 3 - Math.expm1(-duration / t1) / 6;
  }

  /** F = Σ|tr K|²/d²; for channels side by side the product is that of the whole. */
  public double entanglementFidelity() {
    return 1 - infidelity() * 3 / 2;
  }

  @Override
  public List<KrausOperator> kraus() {
    double gamma = -Math.expm1(-duration / t1);
    double lambda = -Math.expm1(-2 * duration / t2 + duration / t1);
    return AmplitudeDamping.kraus(gamma, Math.max(0, lambda));
  }

  @Override
  public ThermalRelaxation scaled(double factor) {
    return new ThermalRelaxation(t1, t2, duration * Values.notNegative("noise scale", factor));
  }

  @Override
  public boolean isIdentity() {
    return duration / t1 == 0 && duration / t2 == 0;
  }
}

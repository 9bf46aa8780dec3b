package io.qhyper.bench;

import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.shots.BitString;
import io.qhyper.sim.EngineName;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/** The losses of all networks; the reference goes through the examples one by one. */
final class EnumerateTask implements Task<IntToDoubleFunction> {
  private static final int COMPARED = 16;
  private static final int MOST_PLAIN_BITS = 10;

  @Override
  public Supplier<IntToDoubleFunction> prepare(Setting setting) {
    Problem problem = ProblemCase.of(setting.qubits());
    if (setting.engine() == EngineName.AUTO) {
      return () -> LossTable.enumerate(problem, setting.threads())::loss;
    }
    LossesTask.checkIsPlain(setting);
    if (setting.qubits() > MOST_PLAIN_BITS) {
      throw new LeftOutException(
          "the plain formula takes minutes for 2^" + setting.qubits() + " networks; see losses");
    }
    return () -> {
      double[] losses = new double[1 << setting.qubits()];
      for (int i = 0; i < losses.length; i++) {
        losses[i] = problem.plainLoss(BitString.of(setting.qubits(), i));
      }
      return i -> losses[i];
    };
  }

  @Override
  public void verify(Setting setting, IntToDoubleFunction losses) {
    Problem problem = ProblemCase.of(setting.qubits());
    int step = (1 << setting.qubits()) / COMPARED;
    for (int i = step - 1; i < 1 << setting.qubits(); i += step) {
      BitString bits = BitString.of(setting.qubits(), i);
      ProblemCase.compare(problem, bits, losses.applyAsDouble(i));
    }
  }
}

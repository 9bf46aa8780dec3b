package io.qhyper.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qhyper.testing.Complex;
import io.qhyper.testing.DenseOracle;
import io.qhyper.testing.Matrix;
import io.qhyper.testing.Textbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GateNameTest {
  /** A few sums and products of numbers below 1 lose a few units of 2^-53. */
  private static final double ROUNDING = 1e-14;

  private final Random random = new Random(20261123);

  @ParameterizedTest
  @EnumSource
  void hasTheTextbookMatrixUnderItsControls(GateName gate) {
    for (int repeat = 0; repeat < 20; repeat++) {
      double[] angles = angles(gate);
      Matrix full = matrix(gate.targetMatrix(angles));
      for (int control = 0; control < gate.controlCount(); control++) {
        full = full.controlled();
      }
      assertThat(full.distance(Textbook.of(gate, angles))).isLessThan(ROUNDING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isUnitaryAtAnyAngles(GateName gate) {
    for (int repeat = 0; repeat < 20; repeat++) {
      Matrix matrix = matrix(gate.targetMatrix(angles(gate)));
      Matrix product = matrix.times(matrix.dagger());
      assertThat(product.distance(Matrix.identity(matrix.size()))).isLessThan(ROUNDING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isUndoneByItsInverseUnderAnyControlsPhaseIncluded(GateName gate) {
    for (int controls = 0; controls < 4; controls++) {
      GateCall call = call(gate, controls);
      List<GateCall> pair = List.of(call, call.inverse());
      Matrix product = DenseOracle.product(pair, call.qubits().size(), Binding.NONE);
      assertThat(product.distance(Matrix.identity(product.size())))
          .as("%s and %s", call, call.inverse())
          .isLessThan(ROUNDING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesMoreControlsByItsOwnNameWhereThereIsOne(GateName gate) {
    for (int controls = 0; controls < 3; controls++) {
      GateCall call = call(gate, controls);
      int width = call.qubits().size();
      GateCall controlled = call.controlledBy(width);
      assertThat(controlled.qubits().get(0)).isEqualTo(width);
      assertThat(
              DenseOracle.matrix(controlled, Binding.NONE)
                  .distance(DenseOracle.matrix(call, Binding.NONE).controlled()))
          .as("%s", controlled)
          .isLessThan(ROUNDING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void splitsItsQubitsIntoControlsAndTargets(GateName gate) {
    GateCall call = call(gate, 2);
    int controls = 2 + gate.controlCount();
    assertThat(call.controlQubits()).isEqualTo(call.qubits().subList(0, controls));
    assertThat(call.targetQubits())
        .isEqualTo(call.qubits().subList(controls, controls + gate.targetCount()));
    assertThat(gate.targetMatrix(angles(gate)).dimension()).isEqualTo(1 << gate.targetCount());
  }

  @Test
  void namesControlledGatesAsTheLibrariesDo() {
    assertThat(GateCall.of(GateName.X, List.of(), 3).controlledBy(1))
        .isEqualTo(GateCall.of(GateName.CX, List.of(), 1, 3));
    assertThat(GateCall.of(GateName.CX, List.of(), 1, 3).controlledBy(0))
        .isEqualTo(GateCall.of(GateName.CCX, List.of(), 0, 1, 3));
    Angle angle = Angle.of(0.3);
    assertThat(GateCall.of(GateName.GPHASE, List.of(angle)).controlledBy(2).controlledBy(0))
        .isEqualTo(GateCall.of(GateName.CP, List.of(angle), 0, 2));
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(GateName gate) {
    assertThat(GateName.named(gate.text())).contains(gate);
  }

  @ParameterizedTest
  @CsvSource({"phase, P", "u1, P", "cphase, CP", "cu1, CP", "CX, CX", "u, U3"})
  void isFoundByItsAliases(String alias, GateName gate) {
    assertThat(GateName.named(alias)).contains(gate);
  }

  @Test
  void isNotFoundByAnythingElse() {
    assertThat(GateName.named("X")).isEmpty();
    assertThat(GateName.named("")).isEmpty();
    assertThat(GateName.named("cnot")).isEmpty();
  }

  @Test
  void refusesTheWrongNumberOfAnglesOrQubits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GateName.RX.targetMatrix())
        .withMessageContaining("rx takes 1 angles, got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GateCall.of(GateName.CX, List.of(), 1))
        .withMessageContaining("cx takes 2 qubits, got 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GateCall.of(GateName.CX, List.of(), 1, 1))
        .withMessageContaining("[1, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GateCall(GateName.X, -1, List.of(), List.of()))
        .withMessageContaining("-1");
  }

  private GateCall call(GateName gate, int controls) {
    List<Integer> qubits =
        new ArrayList<>(IntStream.range(0, controls + gate.qubitCount()).boxed().toList());
    List<Angle> angles = IntStream.range(0, gate.angleCount()).mapToObj(i -> angle()).toList();
    return new GateCall(gate, controls, angles, qubits);
  }

  private double[] angles(GateName gate) {
    return IntStream.range(0, gate.angleCount()).mapToDouble(i -> angle().constant()).toArray();
  }

  private Angle angle() {
    return Angle.of(5 * random.nextGaussian());
  }

  private static Matrix matrix(Unitary unitary) {
    int n = unitary.dimension();
    return Matrix.of(
        n,
        (row, column) ->
            new Complex(unitary.re()[row * n + column], unitary.im()[row * n + column]));
  }
}

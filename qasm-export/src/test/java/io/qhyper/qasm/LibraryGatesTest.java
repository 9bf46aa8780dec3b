package io.qhyper.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryGatesTest {
  private static final double ROUNDING = 1e-13;

  static Stream<GateName> defined() {
    return Arrays.stream(GateName.values()).filter(g -> LibraryGates.definition(g).isPresent());
  }

  @ParameterizedTest
  @MethodSource("defined")
  void definesTheMatrixOfTheGateWithItsPhase(GateName gate) {
    Random random = new Random(7);
    for (int trial = 0; trial < 5; trial++) {
      List<Angle> angles = random.doubles(gate.angleCount(), -7, 7).mapToObj(Angle::of).toList();
      List<Integer> qubits = IntStream.range(0, gate.qubitCount()).boxed().toList();
      Callable definition = Definitions.read(LibraryGates.definition(gate).orElseThrow());
      GateCall spelledOut = new GateCall(((Callable.Known) definition).gate(), 0, angles, qubits);
      GateCall direct = new GateCall(gate, 0, angles, qubits);

      assertThat(DenseOracle.distance(matrix(spelledOut), matrix(direct)))
          .isCloseTo(0, within(ROUNDING));
    }
  }

  private static double[][][] matrix(GateCall call) {
    return DenseOracle.matrix(Circuit.builder(call.qubits().size()).add(call).build());
  }

  @ParameterizedTest
  @MethodSource("defined")
  void isRecognisedWhereATextDefinesIt(GateName gate) {
    String text = "include \"stdgates.inc\";\n" + LibraryGates.definition(gate).orElseThrow();
    String call = call(gate);

    assertThat(QasmReader.read(text + call).instructions())
        .singleElement()
        .isInstanceOfSatisfying(GateCall.class, c -> assertThat(c.gate()).isEqualTo(gate));
  }

  @ParameterizedTest
  @EnumSource(GateName.class)
  void saysWhatTheReaderKnowsAfterStdgates(GateName gate) {
    assertThat(reads("OPENQASM 3.0; include \"stdgates.inc\"; " + call(gate)))
        .isEqualTo(LibraryGates.inStdgates(gate));
  }

  @ParameterizedTest
  @EnumSource(GateName.class)
  void saysWhatTheReaderKnowsAfterQelib1(GateName gate) {
    if (gate == GateName.GPHASE) {
      assertThat(LibraryGates.inQelib1(gate)).isFalse();
      return;
    }
    assertThat(
            reads("OPENQASM 2.0; include \"qelib1.inc\"; " + call(gate, "qreg q[5]; ", "q[", "]")))
        .isEqualTo(LibraryGates.inQelib1(gate));
  }

  private static boolean reads(String text) {
    try {
      QasmReader.read(text);
      return true;
    } catch (QasmSyntaxException undefined) {
      assertThat(undefined).hasMessageContaining("is not defined");
      return false;
    }
  }

  private static String call(GateName gate) {
    return call(gate, "", "$", "");
  }

  private static String call(GateName gate, String before, String open, String close) {
    String angles = String.join(", ", java.util.Collections.nCopies(gate.angleCount(), "0.5"));
    List<String> qubits =
        IntStream.range(0, gate.qubitCount()).mapToObj(q -> open + q + close).toList();
    return before
        + gate.text()
        + (angles.isEmpty() ? "" : "(" + angles + ")")
        + " "
        + String.join(", ", qubits)
        + ";";
  }
}

package io.qhyper.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightConeTest {
  @ParameterizedTest
  @CsvSource({"12, 1", "11, 2", "12, 3", "13, 4"})
  void givesTheMarginalOfEveryQubitOfTheWholeCircuit(int qubits, int layers) {
    LightCone cone = BrickworkFamily.cone(qubits, layers);
    CircuitCase whole = CircuitChoice.BRICKWORK.family().whole(qubits, layers);
    double[] probabilities = whole.reference().probabilities(whole.row());

    for (int qubit = 0; qubit < qubits; qubit++) {
      double one = 0;
      for (int i = 0; i < probabilities.length; i++) {
        one += (i >>> qubit & 1) * probabilities[i];
      }
      assertThat(cone.probabilityOfOne(qubit).orElseThrow())
          .as("qubit %d", qubit)
          .isCloseTo(one, within(1e-12));
    }
  }

  @Test
  void doesWithoutWhereTooManyQubitsAreInReach() {
    assertThat(BrickworkFamily.cone(60, 12).probabilityOfOne(30)).isEmpty();
  }
}

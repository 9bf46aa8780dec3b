package io.qhyper.sim.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexMapTest {
  @Test
  void movesEveryBitToItsPlaces() {
    Random random = new Random(5);
    for (int qubits = 0; qubits <= 9; qubits++) {
      int[] masks = random.ints(qubits, 0, 1 << 12).toArray();
      IndexMap map = new IndexMap(masks);
      for (int index = 0; index < 1 << qubits; index++) {
        int expected = 0;
        for (int qubit = 0; qubit < qubits; qubit++) {
          expected |= (index >> qubit & 1) * masks[qubit];
        }
        assertThat(map.of(index)).isEqualTo(expected);
      }
    }
  }
}

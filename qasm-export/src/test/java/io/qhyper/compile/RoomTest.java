package io.qhyper.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateName;
import io.qhyper.testing.HeavyHex;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoomTest {
  @Test
  void isNeverLessThanTheLongestWay() {
    Random random = new Random(3);
    int exact = 0;
    for (int run = 0; run < 200; run++) {
      DeviceGraph device = new DeviceGraph(HeavyHex.heron(run, 3, 7), NativeGates.STANDARD);
      Room room = new Room(new LineCosts(List.of(flip(0), flip(1)), 2, device));
      BitSet used = new BitSet();
      for (int i = 0; i < random.nextInt(8); i++) {
        used.set(random.nextInt(device.qubits()));
      }
      int end = random.nextInt(device.qubits());
      used.set(end);

      int longest = longest(device, end, (BitSet) used.clone());

      assertThat(room.behind(end, used)).isGreaterThanOrEqualTo(longest);
      exact += room.behind(end, used) == longest ? 1 : 0;
    }
    assertThat(exact).as("often the bound is met").isGreaterThan(40);
  }

  private static GateCall flip(int qubit) {
    return GateCall.of(GateName.RY, List.of(Angle.of(1)), qubit);
  }

  private static int longest(DeviceGraph device, int end, BitSet used) {
    int longest = 0;
    for (int next : device.neighbours(end)) {
      if (!used.get(next)) {
        used.set(next);
        longest = Math.max(longest, 1 + longest(device, next, used));
        used.clear(next);
      }
    }
    return longest;
  }
}

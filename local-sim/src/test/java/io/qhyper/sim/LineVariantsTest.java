package io.qhyper.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.ansatz.Brickwork;
import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.CircuitBuilder;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Parameter;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineVariantsTest {
  private final Random random = new Random(8);

  @Test
  void drawsWhatTheEngineDrawsForRowsWithFlippedSigns() {
    compare(new Brickwork(9, 4).circuit());
    compare(new Brickwork(6, 8).circuit());
  }

  @Test
  void knowsCouplingsWithAngles() {
    CircuitBuilder builder = Circuit.builder(6);
    int angles = 0;
    for (int layer = 0; layer < 3; layer++) {
      for (int qubit = 0; qubit < 6; qubit++) {
        builder.gate(GateName.RY, Angle.of(new Parameter("a" + angles++)), qubit);
      }
      for (int qubit = layer % 2; qubit < 5; qubit += 2) {
        builder.gate(GateName.RZZ, Angle.of(new Parameter("a" + angles++)), qubit, qubit + 1);
      }
    }
    for (int qubit = 0; qubit < 6; qubit++) {
      builder.gate(GateName.H, qubit);
    }
    compare(builder.measureAll("c").build());
  }

  @Test
  void knowsPairsOfAnyKindThatReachFar() {
    for (int circuit = 0; circuit < 12; circuit++) {
      CircuitBuilder builder = Circuit.builder(7);
      int angles = 0;
      for (int step = 0; step < 40; step++) {
        GateName rotation = random.nextBoolean() ? GateName.RX : GateName.RZ;
        builder.gate(rotation, Angle.of(new Parameter("a" + angles++)), random.nextInt(7));
        if (step % 3 == 0) {
          int low = random.nextInt(5);
          int high = low + 1 + random.nextInt(2);
          boolean up = random.nextBoolean();
          GateName pair = random.nextBoolean() ? GateName.CX : GateName.CZ;
          builder.gate(pair, up ? low : high, up ? high : low);
        }
      }
      for (int qubit = 0; qubit < 7; qubit++) {
        builder.gate(GateName.H, qubit);
      }
      compare(builder.measureAll("c").build());
    }
  }

  private void compare(Circuit circuit) {
    Plan plan = Planner.plan(circuit);
    Engines engines = new Engines(plan, SimulationOptions.DEFAULT.withEngine(EngineName.LINE));
    Engine engine = engines.make(engines.choose(1L << 30), 1L << 30);
    double[] base = random.doubles(plan.parameters().size(), -3, 3).toArray();
    RowVariants variants = engine.variants(base);
    assertThat(variants).isInstanceOf(LineVariants.class);
    for (int variant = 0; variant < 40; variant++) {
      double[] row = base.clone();
      for (int flip = 0; flip < variant % 5; flip++) {
        row[random.nextInt(row.length)] *= -1;
      }
      StreamKey key = StreamKey.of(variant, Purpose.SAMPLING);
      for (int shots : new int[] {1, 20, 50}) { // few come from pieces, more from halves
        assertThat(variants.shots(row, shots, key)).isEqualTo(engine.shots(row, shots, key));
      }
    }
  }
}

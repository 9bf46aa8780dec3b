package io.qhyper.sim.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplersTest {
  private static final int POSITIONS = 8;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void bothInvertTheSameRunningSum(long seed) {
    Factors factors = factors(new Random(seed));
    StreamKey key = StreamKey.of(seed, Purpose.SAMPLING);
    int[][] products = new int[2][500];
    int[][] rows = new int[2][500];

    new BilinearSampler(factors).draw(key.open(), products[0], products[1]);
    new AmplitudeRowSampler(factors).draw(key.open(), rows[0], rows[1]);

    assertThat(rows).isDeepEqualTo(products);
  }

  /** Layers of random turns and of pairs of neighbours, cut in the middle. */
  private static Factors factors(Random random) {
    List<LineOp> ops = new ArrayList<>();
    int turns = 0;
    for (int layer = 0; layer < 4; layer++) {
      for (int position = 0; position < POSITIONS; position++) {
        ops.add(new LineOp.Turn(position, turns++));
      }
      for (int position = layer % 2; position + 1 < POSITIONS; position += 2) {
        ops.add(
            random.nextBoolean()
                ? new LineOp.Flip(position, position + 1)
                : new LineOp.Sign(position, position + 1));
      }
    }
    Settings settings = Settings.zero(turns, 0);
    for (int slot = 0; slot < turns; slot++) {
      fill(settings.turns(), slot * Settings.TURN, random);
    }
    return new BondCut(POSITIONS, ops, POSITIONS / 2).prepare(settings);
  }

  /** A random unitary: rows (a, −b*) and (b, a*), real parts first. */
  private static void fill(double[] turns, int at, Random random) {
    double[] v = random.doubles(4, -1, 1).toArray();
    double norm = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2] + v[3] * v[3]);
    double[] matrix = {v[0], -v[2], v[2], v[0], v[1], v[3], v[3], -v[1]};
    for (int i = 0; i < matrix.length; i++) {
      turns[at + i] = matrix[i] / norm;
    }
  }
}

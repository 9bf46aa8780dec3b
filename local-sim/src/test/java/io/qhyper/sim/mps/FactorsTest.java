package io.qhyper.sim.mps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two factorisations that compression rests on, on random matrices of a given rank. */
class FactorsTest {
  private static final double ROUNDING = 1e-13;

  @ParameterizedTest
  @CsvSource({"1,1,1", "4,4,4", "9,5,5", "5,9,5", "12,7,3", "7,12,2", "32,16,16", "16,33,7"})
  void qrIsOrthonormalAndRevealsTheRank(int rows, int columns, int rank) {
    for (int seed = 0; seed < 10; seed++) {
      ComplexMatrix matrix = ofRank(new Random(seed), rows, columns, rank);

      PivotedQr qr = new PivotedQr(matrix, 1e-14, 0);

      assertThat(qr.rank()).isEqualTo(rank);
      assertSame(qr.q().adjointTimes(qr.q()), ComplexMatrix.identity(rank));
      assertSame(qr.q().times(qr.r()), matrix);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "4,4,4", "9,5,5", "5,9,5", "12,7,3", "16,33,7"})
  void svdHasOrthogonalRowsAndDescendingValues(int rows, int columns, int rank) {
    for (int seed = 0; seed < 10; seed++) {
      ComplexMatrix matrix = ofRank(new Random(seed), rows, columns, rank);

      RowSvd svd = new RowSvd(matrix);

      ComplexMatrix basis = svd.basis(rows);
      assertSame(basis.adjointTimes(basis), ComplexMatrix.identity(rows));
      assertSame(basis.times(svd.rows(rows)), matrix);
      assertSame(svd.basis(rank).times(svd.rows(rank)), matrix);
      double[] squares = svd.squares();
      ComplexMatrix adjoint = svd.rows(rows).transposed();
      ComplexMatrix gram = adjoint.adjointTimes(adjoint);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < rows; j++) {
          double expected = i == j ? squares[i] : 0;
          assertThat(gram.re()[i * rows + j]).isCloseTo(expected, within(squares[0] * ROUNDING));
          assertThat(gram.im()[i * rows + j]).isCloseTo(0, within(squares[0] * ROUNDING));
        }
      }
      assertThat(Arrays.stream(squares).map(square -> -square).toArray()).isSorted();
    }
  }

  private static void assertSame(ComplexMatrix actual, ComplexMatrix expected) {
    assertThat(actual.re()).containsExactly(expected.re(), within(100 * ROUNDING));
    assertThat(actual.im()).containsExactly(expected.im(), within(100 * ROUNDING));
  }

  private static ComplexMatrix ofRank(Random random, int rows, int columns, int rank) {
    return random(random, rows, rank).times(random(random, rank, columns));
  }

  private static ComplexMatrix random(Random random, int rows, int columns) {
    ComplexMatrix matrix = ComplexMatrix.zero(rows, columns);
    Arrays.setAll(matrix.re(), i -> random.nextGaussian());
    Arrays.setAll(matrix.im(), i -> random.nextGaussian());
    return matrix;
  }
}

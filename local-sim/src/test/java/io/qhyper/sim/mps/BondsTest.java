package io.qhyper.sim.mps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BondsTest {
  private static final double ROOM = 1e8;
  private static final ComplexMatrix X = real(0, 1, 1, 0);
  private static final ComplexMatrix H =
      real(Math.sqrt(0.5), Math.sqrt(0.5), Math.sqrt(0.5), -Math.sqrt(0.5));

  private static ComplexMatrix real(double... entries) {
    int dimension = (int) Math.sqrt(entries.length);
    return new ComplexMatrix(dimension, dimension, entries, new double[entries.length]);
  }

  private static ProductSum cx(int control, int target) {
    return ProductSum.of(new int[] {control}, new int[] {target}, X);
  }

  private static ProductSum on(int site, ComplexMatrix matrix) {
    return ProductSum.of(new int[0], new int[] {site}, matrix);
  }

  private static MpsBuilder builder(int sites) {
    return new MpsBuilder(sites, OptionalInt.empty(), ROOM);
  }

  @Test
  void gatesHaveAsManyTermsAsTheirOperatorSchmidtRank() {
    ComplexMatrix swap = real(1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1);
    ComplexMatrix same = real(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    assertThat(cx(0, 1).rank()).isEqualTo(2);
    assertThat(cx(1, 0).rank()).isEqualTo(2);
    assertThat(ProductSum.of(new int[0], new int[] {0, 1}, swap).rank()).isEqualTo(4);
    assertThat(ProductSum.of(new int[0], new int[] {0, 1}, same).rank()).isEqualTo(1);
    assertThat(ProductSum.of(new int[] {3, 1}, new int[] {2}, X).rank()).isEqualTo(2);
    assertThat(ProductSum.of(new int[] {0}, new int[] {1}, ComplexMatrix.identity(2)).rank())
        .isEqualTo(1);
  }

  @Test
  void aLadderOfAnyLengthKeepsBondsOfTwo() {
    MpsBuilder builder = builder(200);
    builder.apply(on(0, H));
    for (int site = 0; site < 199; site++) {
      builder.apply(cx(site, site + 1));
    }
    int[] bonds = builder.finish().bonds();
    assertThat(Arrays.copyOfRange(bonds, 1, 200)).containsOnly(2);
  }

  @Test
  void gatesThatActTriviallyLeaveBondsAlone() {
    MpsBuilder builder = builder(6);
    builder.apply(cx(0, 5)); // control |0⟩
    builder.apply(on(1, X));
    builder.apply(cx(1, 2)); // control |1⟩
    builder.apply(on(3, H));
    builder.apply(cx(2, 3)); // target |+⟩
    assertThat(builder.finish().bonds()).containsOnly(1);
  }

  @Test
  void gatesThatUndoEachOtherAreFoundOut() {
    MpsBuilder builder = builder(8);
    for (int site = 0; site < 8; site++) {
      builder.apply(on(site, real(0.6, -0.8, 0.8, 0.6)));
    }
    for (int repeat = 0; repeat < 40; repeat++) {
      builder.apply(cx(1, 6));
      builder.apply(cx(2, 5));
    }
    assertThat(builder.finish().bonds()).containsOnly(1);
  }

  @Test
  void refusesToOutgrowItsMemory() {
    MpsBuilder builder = new MpsBuilder(16, OptionalInt.empty(), 50_000);
    for (int site = 0; site < 16; site++) {
      builder.apply(on(site, real(0.6, -0.8, 0.8, 0.6)));
    }
    assertThatThrownBy(
            () -> {
              for (int reach = 8; reach > 0; reach--) {
                for (int site = 0; site + reach < 16; site++) {
                  builder.apply(cx(site, site + reach));
                  builder.apply(on(site, real(0.8, -0.6, 0.6, 0.8)));
                }
              }
            })
        .isInstanceOf(BondsTooLargeException.class);
  }
}

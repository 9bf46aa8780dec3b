package io.qhyper.mitigation;

import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How readout errors are measured: which strings are prepared, and what is fitted. */
public enum CalibrationMethod {
  /**
   * Two rates a bit, from all bits 0, all bits 1, and three patterns with their complements: bit i
   * is bit j of its own number, j = 0, 1, 2. Every bit is prepared as often in 0 as in 1, beside
   * neighbours of both values, so crosstalk goes into the mean.
   */
  TENSOR {
    @Override
    List<BitString> prepared(int width) {
      Set<BitString> strings = new LinkedHashSet<>();
      strings.add(BitString.parse("0".repeat(width)));
      strings.add(BitString.parse("1".repeat(width)));
      for (int j = 0; j < PATTERNS; j++) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder complement = new StringBuilder();
        for (int bit = width - 1; bit >= 0; bit--) {
          pattern.append(bit >> j & 1);
          complement.append(1 - (bit >> j & 1));
        }
        strings.add(BitString.parse(pattern.toString()));
        strings.add(BitString.parse(complement.toString()));
      }
      return List.copyOf(strings);
    }

    @Override
    ReadoutModel fitted(List<BitString> prepared, List<Counts> read) {
      int width = prepared.get(0).width();
      long[][] misread = new long[2][width];
      long[][] all = new long[2][width];
      for (int row = 0; row < prepared.size(); row++) {
        Counts counts = read.get(row);
        for (int bit = 0; bit < width; bit++) {
          boolean value = prepared.get(row).bit(bit);
          int side = value ? 1 : 0;
          all[side][bit] += counts.shots();
          for (int entry = 0; entry < counts.distinct(); entry++) {
            boolean seen = (counts.word(entry, bit >>> 6) >>> bit & 1) == 1;
            misread[side][bit] += seen == value ? 0 : counts.count(entry);
          }
        }
      }
      List<ReadoutRate> rates = new ArrayList<>();
      for (int bit = 0; bit < width; bit++) {
        rates.add(ReadoutRate.counted(misread[0][bit], all[0][bit], misread[1][bit], all[1][bit]));
      }
      return new TensorModel(rates);
    }
  },
  /**
   * One rate a bit, for twirled readout: the mean of both directions, from all bits 0, all bits 1,
   * and bits 0 and 1 in turn.
   */
  TWIRL {
    @Override
    List<BitString> prepared(int width) {
      return TENSOR.prepared(width).stream().limit(4).toList();
    }

    @Override
    ReadoutModel fitted(List<BitString> prepared, List<Counts> read) {
      TensorModel both = (TensorModel) TENSOR.fitted(prepared, read);
      return new TensorModel(both.rates().stream().map(ReadoutRate::symmetric).toList());
    }
  },
  /** The whole confusion matrix, from all 2^bits strings. */
  FULL {
    @Override
    List<BitString> prepared(int width) {
      if (width > MatrixModel.MOST_BITS) {
        throw new IllegalArgumentException(
            "a full readout matrix takes at most %d bits, got %d: take method tensor"
                .formatted(MatrixModel.MOST_BITS, width));
      }
      List<BitString> strings = new ArrayList<>();
      for (int index = 0; index < 1 << width; index++) {
        strings.add(BitString.of(width, index));
      }
      return strings;
    }

    @Override
    ReadoutModel fitted(List<BitString> prepared, List<Counts> read) {
      List<double[]> columns = new ArrayList<>();
      for (Counts counts : read) {
        double[] column = new double[prepared.size()];
        for (int entry = 0; entry < counts.distinct(); entry++) {
          column[(int) counts.word(entry, 0)] = (double) counts.count(entry) / counts.shots();
        }
        columns.add(column);
      }
      return new MatrixModel(columns, read.get(0).shots());
    }
  };

  private static final int PATTERNS = 3;

  /** The strings to prepare, one circuit each, all different. */
  abstract List<BitString> prepared(int width);

  /** The model, from what was read of each prepared string. */
  abstract ReadoutModel fitted(List<BitString> prepared, List<Counts> read);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

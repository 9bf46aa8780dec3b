package io.qhyper.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Labelled 4×4 images of any digits: 16 bytes each, row by row, as they come from a file. */
final class ImageSet {
  /** Width and height of an image. */
  static final int SIDE = 4;

  /** Number of pixels of an image. */
  static final int PIXELS = SIDE * SIDE;

  /** Number of classes: the digits 0 to 9. */
  static final int DIGITS = 10;

  /** Names of the pixels: p, row, column. */
  static final List<String> PIXEL_NAMES =
      IntStream.range(0, PIXELS).mapToObj(i -> "p" + i / SIDE + i % SIDE).toList();

  private static final double WHITE = 255;

  private final byte[] pixels;
  private final byte[] labels;

  /** Wraps {@code 16·n} pixels and {@code n} labels; the arrays are owned from now on. */
  ImageSet(byte[] pixels, byte[] labels) {
    this.pixels = pixels;
    this.labels = labels;
  }

  /** The images of two digits, pixels scaled to [0, 1]; class 1 is the second digit. */
  DataSet pair(int zero, int one) {
    int[] rows =
        IntStream.range(0, labels.length)
            .filter(row -> labels[row] == zero || labels[row] == one)
            .toArray();
    double[] values = new double[rows.length * PIXELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (pixels[rows[i / PIXELS] * PIXELS + i % PIXELS] & 0xFF) / WHITE;
    }
    int[] classes = Arrays.stream(rows).map(row -> labels[row] == one ? 1 : 0).toArray();
    return DataSet.of(Features.of(PIXEL_NAMES, values), classes);
  }
}

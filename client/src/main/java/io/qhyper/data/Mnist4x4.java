package io.qhyper.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Two digits of MNIST at 4×4 pixels (reference, section 4.1), from the bundled files or from the
 * original ones.
 *
 * <p>Pixels are in [0, 1], named p00 … p33 (row, column); label 1 is the second digit asked for.
 * MNIST is by LeCun and Cortes, CC BY-SA 3.0.
 */
public final class Mnist4x4 {
  private static final String HEADER = "label," + String.join(",", ImageSet.PIXEL_NAMES);

  private Mnist4x4() {}

  /**
   * The bundled training and test images of two digits.
   *
   * @throws IllegalArgumentException if the digits are equal or not in 0..9
   */
  public static TrainTest bundled(int zero, int one) {
    checkDigits(zero, one);
    try {
      DataSet train = resource("mnist-4x4-train.csv.gz").pair(zero, one);
      DataSet test = resource("mnist-4x4-test.csv.gz").pair(zero, one);
      return new TrainTest(train, Optional.of(test));
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled MNIST files are damaged: rebuild", e);
    }
  }

  /**
   * The images of two digits from a folder with the original MNIST files; without its test files
   * there is no test set.
   *
   * @param folder holds train-images-idx3-ubyte and train-labels-idx1-ubyte, and optionally the
   *     t10k ones, each plain or with {@code .gz}
   * @throws IllegalArgumentException if the digits are equal or not in 0..9
   * @throws MalformedDataException if a file is no MNIST file, or a digit has no training image
   * @throws IOException if a file is missing or cannot be read
   */
  public static TrainTest read(Path folder, int zero, int one) throws IOException {
    checkDigits(zero, one);
    IdxReader reader = new IdxReader(folder);
    DataSet train = reader.train().pair(zero, one);
    for (int label = 0; label < 2; label++) {
      if (train.count(label) == 0) {
        throw new MalformedDataException(
            folder.toString(), "no training image of digit " + (label == 0 ? zero : one));
      }
    }
    return new TrainTest(train, reader.test().map(images -> images.pair(zero, one)));
  }

  private static void checkDigits(int zero, int one) {
    if (zero < 0 || zero > 9 || one < 0 || one > 9 || zero == one) {
      throw new IllegalArgumentException(
          "digits must be two different numbers in 0..9, got " + zero + "," + one);
    }
  }

  private static ImageSet resource(String name) throws IOException {
    try (InputStream packed = Mnist4x4.class.getResourceAsStream(name)) {
      if (packed == null) {
        throw new MalformedDataException(name, "not found in the jar");
      }
      return parse(name, new GZIPInputStream(packed).readAllBytes());
    }
  }

  /** Reads lines of a label and 16 bytes; a hand-written loop, since it runs at every start. */
  private static ImageSet parse(String name, byte[] text) throws MalformedDataException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream(1 << 20);
    ByteArrayOutputStream labels = new ByteArrayOutputStream(1 << 16);
    int column = 0;
    int value = 0;
    for (int i = HEADER.length() + 1; i < text.length; i++) {
      byte c = text[i];
      if (c >= '0' && c <= '9') {
        value = 10 * value + c - '0';
      } else if (c == (column == ImageSet.PIXELS ? '\n' : ',')) {
        (column == 0 ? labels : pixels).write(value);
        column = column == ImageSet.PIXELS ? 0 : column + 1;
        value = 0;
      } else {
        throw new MalformedDataException(name, "unexpected byte " + c + " at position " + i);
      }
    }
    return new ImageSet(pixels.toByteArray(), labels.toByteArray());
  }
}

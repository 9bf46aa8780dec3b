package io.qhyper.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
  private static final String IMAGES = "train-images-idx3-ubyte";
  private static final String LABELS = "train-labels-idx1-ubyte";
  private static final int PIXELS = 28 * 28;

  @TempDir Path folder;

  @BeforeEach
  void writeTwoImages() throws IOException {
    byte[] pixels = new byte[2 * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / PIXELS * 100 + i % PIXELS / 28 * 3 + i % 28);
    }
    write(IMAGES, header(0x803, 2, 28, 28), pixels);
    write(LABELS, header(0x801, 2), new byte[] {4, 9});
  }

  @Test
  void keepsRowsAndColumnsThreeTenSeventeenAndTwentyFour() throws IOException {
    TrainTest data = Mnist4x4.read(folder, 9, 4);

    assertThat(data.test()).isEmpty();
    assertThat(data.train().label(0)).isEqualTo(1);
    assertThat(data.train().label(1)).isZero();
    int[] kept = {3, 10, 17, 24};
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        int expected = kept[row] * 3 + kept[column];
        assertThat(data.train().features().value(0, 4 * row + column)).isEqualTo(expected / 255.0);
        assertThat(data.train().features().value(1, 4 * row + column))
            .isEqualTo((expected + 100) / 255.0);
      }
    }
  }

  @Test
  void readsCompressedFilesAndATestSet() throws IOException {
    compress(IMAGES);
    compress(LABELS);
    write("t10k-images-idx3-ubyte", header(0x803, 1, 28, 28), new byte[PIXELS]);
    write("t10k-labels-idx1-ubyte", header(0x801, 1), new byte[] {9});

    TrainTest data = Mnist4x4.read(folder, 4, 9);

    assertThat(data.train().size()).isEqualTo(2);
    assertThat(data.test().orElseThrow().label(0)).isEqualTo(1);
  }

  @Test
  void namesAMissingFile() throws IOException {
    Files.delete(folder.resolve(LABELS));

    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Mnist4x4.read(folder, 4, 9))
        .withMessageContaining(LABELS)
        .withMessageContaining("plain or as .gz");
  }

  @Test
  void wantsBothTestFilesOrNone() throws IOException {
    write("t10k-labels-idx1-ubyte", header(0x801, 1), new byte[] {9});

    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Mnist4x4.read(folder, 4, 9))
        .withMessageContaining("t10k-images-idx3-ubyte");
  }

  @Test
  void refusesAWrongMagicNumber() throws IOException {
    write(IMAGES, header(0x801, 2, 28, 28), new byte[2 * PIXELS]);

    refuses("expected the magic number 0x00000803 of MNIST images, got 0x00000801");
  }

  @Test
  void refusesOtherImageSizes() throws IOException {
    write(IMAGES, header(0x803, 2, 28, 32), new byte[2 * 28 * 32]);

    refuses("columns per image: expected 28, got 32");
  }

  @Test
  void refusesTruncatedFiles() throws IOException {
    write(IMAGES, header(0x803, 2, 28, 28), new byte[2 * PIXELS - 1]);
    refuses("ends too early");

    write(IMAGES, new byte[] {0, 0, 8}, new byte[0]);
    refuses("ends too early");
  }

  @Test
  void refusesHeadersThatClaimTooMuchWithoutAllocatingIt() throws IOException {
    write(IMAGES, header(0x803, Integer.MAX_VALUE, 28, 28), new byte[PIXELS]);
    refuses("must be in 1..1000000, got 2147483647");

    write(IMAGES, header(0x803, -1, 28, 28), new byte[PIXELS]);
    refuses("must be in 1..1000000, got -1");

    write(IMAGES, header(0x803, 1_000_000, 28, 28), new byte[PIXELS]);
    refuses("ends too early");
  }

  @Test
  void refusesSurplusBytes() throws IOException {
    write(IMAGES, header(0x803, 2, 28, 28), new byte[2 * PIXELS + 1]);

    refuses("expected the file to end after 2 images");
  }

  @Test
  void refusesCountsThatDisagree() throws IOException {
    write(LABELS, header(0x801, 3), new byte[] {4, 9, 4});

    refuses("expected as many labels as " + IMAGES + " has images, 2, got 3");
  }

  @Test
  void refusesLabelsThatAreNoDigits() throws IOException {
    write(LABELS, header(0x801, 2), new byte[] {4, 10});

    refuses("label 1 must be a digit 0..9, got 10");
  }

  @Test
  void refusesADigitWithoutImages() {
    assertThatExceptionOfType(MalformedDataException.class)
        .isThrownBy(() -> Mnist4x4.read(folder, 4, 5))
        .withMessageContaining("no training image of digit 5");
  }

  @Test
  void refusesDamagedCompression() throws IOException {
    compress(IMAGES);
    Path packed = folder.resolve(IMAGES + ".gz");
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(bytes, bytes.length / 2));
    refuses("ends too early");

    bytes[bytes.length / 2] ^= 0x55;
    Files.write(packed, bytes);
    assertThatExceptionOfType(MalformedDataException.class)
        .isThrownBy(() -> Mnist4x4.read(folder, 4, 9));

    Files.write(packed, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    refuses("no intact gzip file");
  }

  @Test
  void meetsTheBundledTestImages() throws IOException {
    Path shared = Path.of("..", "..", "shared", "data", "mnist");
    Path original = shared.resolve("t10k-images-idx3-ubyte.gz");
    assumeTrue(Files.exists(original), "the original MNIST test files are not at hand");
    Files.delete(folder.resolve(IMAGES));
    Files.delete(folder.resolve(LABELS));
    Files.copy(original, folder.resolve(IMAGES + ".gz"));
    Files.copy(shared.resolve("t10k-labels-idx1-ubyte.gz"), folder.resolve(LABELS + ".gz"));

    for (int digit = 0; digit < 9; digit++) {
      assertThat(Mnist4x4.read(folder, digit, digit + 1).train())
          .isEqualTo(Mnist4x4.bundled(digit, digit + 1).test().orElseThrow());
    }
  }

  private void refuses(String message) {
    assertThatExceptionOfType(MalformedDataException.class)
        .isThrownBy(() -> Mnist4x4.read(folder, 4, 9))
        .withMessageContaining(message)
        .withMessageContaining(folder.toString());
  }

  private static byte[] header(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    Arrays.stream(values).forEach(buffer::putInt);
    return buffer.array();
  }

  private void write(String name, byte[] header, byte[] body) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      out.write(header);
      out.write(body);
    }
  }

  private void compress(String name) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".gz")))) {
      out.write(Files.readAllBytes(folder.resolve(name)));
    }
    Files.delete(folder.resolve(name));
  }
}

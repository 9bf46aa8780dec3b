package io.qhyper.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the original MNIST files of a folder and keeps the pixels at rows and columns 3, 10, 17 and
 * 24: the bilinear resize to 4×4 (reference, section 4.1).
 *
 * <p>An image file is the magic number 0x00000803, the number of images, rows and columns, each as
 * 4 bytes with the highest first, then one byte per pixel; a label file is 0x00000801, the number
 * of labels, then one byte per label. Memory grows with what a file holds, not with what its header
 * claims.
 */
final class IdxReader {
  private static final int IMAGES_MAGIC = 0x00000803;
  private static final int LABELS_MAGIC = 0x00000801;
  private static final int ORIGINAL_SIDE = 28;
  private static final int FIRST_KEPT = 3;
  private static final int STEP = 7;
  private static final int MOST_IMAGES = 1_000_000;

  private final Path folder;

  IdxReader(Path folder) {
    this.folder = folder;
  }

  /** The training images, which must be there. */
  ImageSet train() throws IOException {
    return read(require("train-images-idx3-ubyte"), require("train-labels-idx1-ubyte"));
  }

  /** The test images; empty if neither of their two files is there. */
  Optional<ImageSet> test() throws IOException {
    String images = "t10k-images-idx3-ubyte";
    String labels = "t10k-labels-idx1-ubyte";
    if (find(images).isEmpty() && find(labels).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(read(require(images), require(labels)));
  }

  private Optional<Path> find(String name) {
    Path plain = folder.resolve(name);
    Path packed = folder.resolve(name + ".gz");
    return Files.exists(plain)
        ? Optional.of(plain)
        : Optional.of(packed).filter(path -> Files.exists(path));
  }

  private Path require(String name) throws NoSuchFileException {
    Optional<Path> found = find(name);
    if (found.isEmpty()) {
      throw new NoSuchFileException(
          folder.resolve(name).toString(), null, "expected this MNIST file, plain or as .gz");
    }
    return found.get();
  }

  private static ImageSet read(Path imageFile, Path labelFile) throws IOException {
    byte[] pixels = readImages(imageFile);
    byte[] labels = readLabels(labelFile);
    if (pixels.length != labels.length * ImageSet.PIXELS) {
      throw new MalformedDataException(
          labelFile.toString(),
          "expected as many labels as "
              + imageFile.getFileName()
              + " has images, "
              + pixels.length / ImageSet.PIXELS
              + ", got "
              + labels.length);
    }
    return new ImageSet(pixels, labels);
  }

  private static byte[] readImages(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      int count = header(in, file, IMAGES_MAGIC, "images");
      expect(file, "rows per image", ORIGINAL_SIDE, in.readInt());
      expect(file, "columns per image", ORIGINAL_SIDE, in.readInt());
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      byte[] image = new byte[ORIGINAL_SIDE * ORIGINAL_SIDE];
      for (int i = 0; i < count; i++) {
        in.readFully(image);
        for (int pixel = 0; pixel < ImageSet.PIXELS; pixel++) {
          int row = FIRST_KEPT + STEP * (pixel / ImageSet.SIDE);
          int column = FIRST_KEPT + STEP * (pixel % ImageSet.SIDE);
          kept.write(image[row * ORIGINAL_SIDE + column]);
        }
      }
      expectEnd(in, file, count + " images");
      return kept.toByteArray();
    } catch (EOFException e) {
      throw truncated(file, e);
    } catch (ZipException e) {
      throw damaged(file, e);
    }
  }

  private static byte[] readLabels(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      int count = header(in, file, LABELS_MAGIC, "labels");
      ByteArrayOutputStream labels = new ByteArrayOutputStream();
      for (int i = 0; i < count; i++) {
        int label = in.readUnsignedByte();
        if (label >= ImageSet.DIGITS) {
          throw new MalformedDataException(
              file.toString(), "label " + i + " must be a digit 0..9, got " + label);
        }
        labels.write(label);
      }
      expectEnd(in, file, count + " labels");
      return labels.toByteArray();
    } catch (EOFException e) {
      throw truncated(file, e);
    } catch (ZipException e) {
      throw damaged(file, e);
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      InputStream plain =
          file.toString().endsWith(".gz")
              ? new GZIPInputStream(raw, 1 << 16)
              : new BufferedInputStream(raw, 1 << 16);
      return new DataInputStream(new BufferedInputStream(plain, 1 << 16));
    } catch (IOException e) {
      raw.close();
      throw e instanceof EOFException ? truncated(file, e) : damaged(file, e);
    }
  }

  private static int header(DataInputStream in, Path file, int magic, String what)
      throws IOException {
    int found = in.readInt();
    if (found != magic) {
      throw new MalformedDataException(
          file.toString(),
          String.format(
              "expected the magic number 0x%08x of MNIST %s, got 0x%08x", magic, what, found));
    }
    int count = in.readInt();
    if (count < 1 || count > MOST_IMAGES) {
      throw new MalformedDataException(
          file.toString(),
          "the number of " + what + " must be in 1.." + MOST_IMAGES + ", got " + count);
    }
    return count;
  }

  private static void expect(Path file, String what, int expected, int got)
      throws MalformedDataException {
    if (got != expected) {
      throw new MalformedDataException(
          file.toString(), what + ": expected " + expected + ", got " + got);
    }
  }

  private static void expectEnd(DataInputStream in, Path file, String what) throws IOException {
    if (in.read() >= 0) {
      throw new MalformedDataException(
          file.toString(), "expected the file to end after " + what + ", but there is more");
    }
  }

  private static MalformedDataException truncated(Path file, IOException cause) {
    return withCause(file, "the file ends too early: fetch it again", cause);
  }

  private static MalformedDataException damaged(Path file, IOException cause) {
    return withCause(file, "the file is no intact gzip file: " + cause.getMessage(), cause);
  }

  private static MalformedDataException withCause(Path file, String problem, IOException cause) {
    MalformedDataException exception = new MalformedDataException(file.toString(), problem);
    exception.initCause(cause);
    return exception;
  }
}

package io.qhyper.store.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named vectors and rows of numbers as bytes, without any rounding. */
final class Vectors {
  private Vectors() {}

  static byte[] bytes(Map<String, double[]> vectors) {
    int size = Integer.BYTES;
    for (Map.Entry<String, double[]> entry : vectors.entrySet()) {
      size += 2 * Integer.BYTES + utf8(entry.getKey()).length;
      size += entry.getValue().length * Double.BYTES;
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(vectors.size());
    vectors.forEach(
        (name, values) -> {
          out.putInt(utf8(name).length).put(utf8(name)).putInt(values.length);
          for (double value : values) {
            out.putDouble(value);
          }
        });
    return out.array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What {@link #bytes} was given.
   *
   * @throws IllegalArgumentException if the bytes are nothing of the kind
   */
  static Map<String, double[]> of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      Map<String, double[]> vectors = new LinkedHashMap<>();
      for (int left = in.getInt(); left > 0; left--) {
        byte[] name = new byte[length(in, 1)];
        in.get(name);
        double[] values = new double[length(in, Double.BYTES)];
        for (int i = 0; i < values.length; i++) {
          values[i] = in.getDouble();
        }
        vectors.put(new String(name, StandardCharsets.UTF_8), values);
      }
      return vectors;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("cut off after " + bytes.length + " bytes", e);
    }
  }

  /** Checked before anything is allocated for it. */
  private static int length(ByteBuffer in, int unit) {
    int length = in.getInt();
    if (length < 0 || (long) length * unit > in.remaining()) {
      throw new IllegalArgumentException("a length of " + length + " does not fit");
    }
    return length;
  }

  /** Rows of equal length, one after the other. */
  static byte[] bytes(List<double[]> rows) {
    ByteBuffer out =
        ByteBuffer.allocate(rows.size() * rows.get(0).length * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    rows.forEach(
        row -> {
          for (double value : row) {
            out.putDouble(value);
          }
        });
    return out.array();
  }

  /**
   * What {@link #bytes(List)} was given.
   *
   * @param count how many rows
   * @throws IllegalArgumentException if the bytes are no such number of rows
   */
  static List<double[]> rows(byte[] bytes, int count) {
    if (count < 1 || bytes.length % (count * Double.BYTES) != 0) {
      throw new IllegalArgumentException(
          bytes.length + " bytes are not " + count + " rows of numbers");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<double[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      double[] values = new double[bytes.length / count / Double.BYTES];
      for (int i = 0; i < values.length; i++) {
        values[i] = in.getDouble();
      }
      rows.add(values);
    }
    return rows;
  }
}

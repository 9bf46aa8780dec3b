package io.qhyper.backend.ibm;

import io.qhyper.shots.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads 300 circuits of 10 000 shots on 100 bits that are made while they are read. */
final class LargeResult {
  static final int CIRCUITS = 300;
  static final int SHOTS = 10_000;
  static final int WIDTH = 100;
  static final int DISTINCT = 512;

  private LargeResult() {}

  /** Prints bytes of the text, shots, and different outcomes of all circuits. */
  public static void main(String[] arguments) throws IOException {
    Text text = new Text();
    List<Map<String, Counts>> rows =
        new ResultReader(new ResultShape(CIRCUITS, 1, SHOTS, Map.of("c", WIDTH)))
            .read(200, text)
            .orElseThrow();
    long shots = rows.stream().mapToLong(row -> row.get("c").shots()).sum();
    long distinct = rows.stream().mapToLong(row -> row.get("c").distinct()).sum();
    System.out.println(text.bytes + " " + shots + " " + distinct);
  }

  /** The service's text in the plain form, a sample at a time. */
  private static final class Text extends InputStream {
    private final byte[][] samples = new byte[DISTINCT][];
    private byte[] piece = ascii("{\"results\":[");
    private int at;
    private int circuit;
    private int shot = -1;
    private boolean isOver;
    private long bytes;

    Text() {
      for (int i = 0; i < DISTINCT; i++) {
        samples[i] = ascii(",\"0x8%015x%09x\"".formatted(i, 3 * i)); // all 100 bits
      }
    }

    private static byte[] ascii(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void next() {
      at = 0;
      if (circuit == CIRCUITS) {
        isOver = true;
      } else if (shot < 0) {
        piece = ascii((circuit == 0 ? "" : ",") + "{\"data\":{\"c\":{\"samples\":[");
        shot = 0;
      } else if (shot < SHOTS) {
        // In an order that differs from circuit to circuit.
        byte[] sample = samples[(int) ((shot * 7919L + circuit) % DISTINCT)];
        piece = shot == 0 ? Arrays.copyOfRange(sample, 1, sample.length) : sample;
        shot++;
      } else {
        circuit++;
        shot = -1;
        piece = ascii("],\"num_bits\":" + WIDTH + "}}}" + (circuit == CIRCUITS ? "]}" : ""));
      }
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] to, int from, int length) {
      int done = 0;
      while (done < length) {
        if (at == piece.length) {
          next();
          if (isOver) {
            break;
          }
        }
        int n = Math.min(length - done, piece.length - at);
        System.arraycopy(piece, at, to, from + done, n);
        at += n;
        done += n;
      }
      bytes += done;
      return done == 0 && length > 0 ? -1 : done;
    }
  }
}

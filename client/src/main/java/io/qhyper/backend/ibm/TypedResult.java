package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Reads the typed form of results (reference, section 3.5): nested objects with {@code __type__},
 * in which a bit array is base64 of zlib of a NumPy file of bytes. Unpacking stops at the size that
 * the NumPy header announces.
 */
final class TypedResult {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern DTYPE = Pattern.compile("'descr':\\s*'[|<>=]?u1'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*False");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");
  private static final int LONGEST_HEADER = 64 << 10;
  private static final long MOST_BYTES = 1L << 30;

  private TypedResult() {}

  static void read(JsonNode root, ResultRows rows) throws IOException {
    JsonNode pubs = value(root, "PrimitiveResult").path("pub_results");
    if (!pubs.isArray()) {
      throw new IbmProtocolException("a typed result should have an array 'pub_results'");
    }
    for (JsonNode pub : pubs) {
      JsonNode data = value(value(pub, "SamplerPubResult").path("data"), "DataBin");
      for (Map.Entry<String, JsonNode> field : data.path("fields").properties()) {
        JsonNode bits = value(field.getValue(), "BitArray");
        ShotBuffer buffer = rows.buffer(field.getKey());
        int width = bits.path("num_bits").asInt(0);
        readArray(value(bits.path("array"), "ndarray").asText(""), width, buffer);
        rows.register(field.getKey(), buffer, width);
      }
      rows.endPub();
    }
  }

  private static JsonNode value(JsonNode node, String type) {
    String came = JsonDocument.text(node, "__type__");
    if (!came.equals(type)) {
      throw new IbmProtocolException(
          "a typed result should have a " + type + ", got '" + ErrorBodies.shortened(came) + "'");
    }
    return node.path("__value__");
  }

  private static void readArray(String base64, int width, ShotBuffer buffer) throws IOException {
    byte[] packed;
    try {
      packed = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IbmProtocolException("an array of a typed result is no base64");
    }
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
      long[] shape = header(in);
      int bytes = (width + 7) / 8;
      if (shape.length < 2 || shape[shape.length - 1] != bytes) {
        throw new IbmProtocolException(
            "an array of "
                + width
                + " bits should have "
                + bytes
                + " bytes a shot, its shape is "
                + Arrays.toString(shape));
      }
      long samples = 1;
      for (int i = 0; i < shape.length - 1; i++) {
        samples *= shape[i]; // each factor is at most 2^30, and so is the product so far
        if (samples * bytes > MOST_BYTES) {
          throw new IbmProtocolException(
              "an array of a typed result is too large: " + Arrays.toString(shape));
        }
      }
      byte[] sample = new byte[bytes];
      long rowLength = shape.length > 2 ? shape[shape.length - 2] : 0;
      for (long i = 1; i <= samples; i++) {
        in.readFully(sample);
        buffer.addBytes(sample);
        if (rowLength > 0 && i % rowLength == 0) {
          buffer.endRow();
        }
      }
      if (in.read() >= 0) {
        throw new IbmProtocolException("an array of a typed result is longer than its shape");
      }
    } catch (EOFException e) {
      throw new IbmProtocolException("an array of a typed result ends in the middle");
    } catch (ZipException e) {
      throw new IbmProtocolException("an array of a typed result is no zlib");
    }
  }

  /** The shape that the header of a NumPy file of bytes gives. */
  private static long[] header(DataInputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2
        || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IbmProtocolException("an array of a typed result is no NumPy file");
    }
    // Little-endian: two bytes in version 1, four in later ones.
    boolean first = start[MAGIC.length] == 1;
    int length =
        first
            ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
            : Integer.reverseBytes(in.readInt());
    if (length < 0 || length > LONGEST_HEADER) {
      throw new IbmProtocolException("the header of a NumPy file has " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    String header = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher shape = SHAPE.matcher(header);
    if (!DTYPE.matcher(header).find() || !ORDER.matcher(header).find() || !shape.find()) {
      throw new IbmProtocolException(
          "a bit array should be of unsigned bytes in C order, its header is "
              + ErrorBodies.shortened(header));
    }
    long[] sizes =
        Pattern.compile(",")
            .splitAsStream(shape.group(1))
            .map(String::strip)
            .filter(size -> !size.isEmpty())
            .mapToLong(size -> size.length() > 10 ? Long.MAX_VALUE : Long.parseLong(size))
            .toArray();
    if (Arrays.stream(sizes).anyMatch(size -> size > MOST_BYTES)) {
      throw new IbmProtocolException("an array of a typed result is too large: " + header.strip());
    }
    return sizes;
  }
}

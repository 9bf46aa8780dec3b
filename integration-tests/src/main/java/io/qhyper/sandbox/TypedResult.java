package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.shots.BitString;
import io.qhyper.shots.ShotRecord;
import io.qhyper.sim.ShotResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.DeflaterOutputStream;

/** The typed form of a result (section 3.5), one program at a time. */
final class TypedResult implements Iterator<byte[]> {
  private static final String START =
      "{\"__type__\":\"PrimitiveResult\",\"__value__\":{\"pub_results\":[";
  private static final String END = "],\"metadata\":{}}}";

  /** NumPy's file format: the data starts at a multiple of this. */
  private static final int ALIGNMENT = 64;

  private final Execution execution;
  private int next;

  TypedResult(Execution execution) {
    this.execution = execution;
  }

  @Override
  public boolean hasNext() {
    return next <= execution.pubs();
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the result has ended");
    }
    int pub = next++;
    if (pub == execution.pubs()) {
      return END.getBytes(StandardCharsets.US_ASCII);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((pub == 0 ? START : ",").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(Documents.bytes(pub(pub)));
    return out.toByteArray();
  }

  private ObjectNode pub(int pub) {
    List<ShotResult> rows = execution.run(pub);
    boolean isTable = execution.isTable(pub);
    ObjectNode bin = Documents.object();
    ArrayNode names = bin.putArray("field_names");
    rows.get(0).memory().keySet().forEach(names::add);
    ArrayNode shape = bin.putArray("shape");
    if (isTable) {
      shape.add(rows.size());
    }
    ObjectNode fields = bin.putObject("fields");
    for (String register : rows.get(0).memory().keySet()) {
      List<ShotRecord> records = new ArrayList<>();
      rows.forEach(row -> records.add(row.memory().get(register)));
      ObjectNode array = Documents.object();
      array.set("array", typed("ndarray", Documents.object().textNode(ndarray(records, isTable))));
      array.put("num_bits", records.get(0).width());
      fields.set(register, typed("BitArray", array));
    }
    ObjectNode result = Documents.object();
    result.set("data", typed("DataBin", bin));
    result.putObject("metadata");
    return typed("SamplerPubResult", result);
  }

  private static ObjectNode typed(String type, JsonNode value) {
    ObjectNode node = Documents.object().put("__type__", type);
    node.set("__value__", value);
    return node;
  }

  private static String ndarray(List<ShotRecord> rows, boolean isTable) {
    int width = rows.get(0).width();
    int bytes = (width + 7) / 8;
    int shots = rows.get(0).shots();
    String shape = (isTable ? rows.size() + ", " : "") + shots + ", " + bytes;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(header("{'descr': '|u1', 'fortran_order': False, 'shape': (" + shape + "), }"));
      for (ShotRecord row : rows) {
        for (int shot = 0; shot < shots; shot++) {
          out.write(bigEndian(row.get(shot), bytes));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  private static byte[] header(String dictionary) {
    int start = 10; // magic, version, length
    int padding = ALIGNMENT - (start + dictionary.length() + 1) % ALIGNMENT;
    byte[] text = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(text.length & 0xff);
    out.write(text.length >>> 8);
    out.writeBytes(text);
    return out.toByteArray();
  }

  /** The last byte holds bits 7 to 0. */
  private static byte[] bigEndian(BitString bits, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[length - 1 - i] = (byte) (bits.word(i / 8) >>> (8 * (i % 8)));
    }
    return bytes;
  }
}

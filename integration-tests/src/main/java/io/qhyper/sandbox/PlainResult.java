package io.qhyper.sandbox;

import io.qhyper.shots.BitString;
import io.qhyper.shots.ShotRecord;
import io.qhyper.sim.ShotResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;

/** The plain form of a result (section 3.4), one program at a time. */
final class PlainResult implements Iterator<byte[]> {
  private static final String END = "],\"metadata\":{\"version\":2}}";

  private final Execution execution;
  private final OptionalInt shots;
  private final OptionalInt width;
  private int next;

  PlainResult(Execution execution, Optional<JobFate> fate) {
    this.execution = execution;
    this.shots = fate.map(JobFate::shots).orElse(OptionalInt.empty());
    this.width = fate.map(JobFate::width).orElse(OptionalInt.empty());
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
    String text = pub == execution.pubs() ? END : (pub == 0 ? "{\"results\":[" : ",") + pub(pub);
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private String pub(int pub) {
    List<ShotResult> rows = execution.run(pub);
    StringBuilder out = new StringBuilder("{\"data\":{");
    String comma = "";
    for (String register : rows.get(0).memory().keySet()) {
      List<ShotRecord> records = new ArrayList<>();
      rows.forEach(row -> records.add(row.memory().get(register)));
      out.append(comma).append('"').append(register).append("\":{\"samples\":");
      if (execution.isTable(pub)) {
        String between = "[";
        for (ShotRecord record : records) {
          out.append(between);
          samples(out, record);
          between = ",";
        }
        out.append(']');
      } else {
        samples(out, records.get(0));
      }
      out.append(",\"num_bits\":").append(width.orElse(records.get(0).width())).append('}');
      comma = ",";
    }
    return out.append("},\"metadata\":{\"circuit_metadata\":{}}}").toString();
  }

  private void samples(StringBuilder out, ShotRecord record) {
    out.append('[');
    int count = shots.orElse(record.shots());
    for (int shot = 0; shot < count; shot++) {
      out.append(shot == 0 ? "\"" : ",\"");
      out.append(hex(record.get(shot % record.shots()))).append('"');
    }
    out.append(']');
  }

  /** The register as a number, without leading zeros. */
  static String hex(BitString bits) {
    int words = BitString.wordsFor(bits.width());
    StringBuilder text = new StringBuilder("0x");
    for (int i = words - 1; i >= 0; i--) {
      String word = Long.toHexString(bits.word(i));
      boolean isFirst = text.length() == 2;
      if (isFirst && word.equals("0") && i > 0) {
        continue;
      }
      text.append(isFirst ? "" : "0".repeat(16 - word.length())).append(word);
    }
    return text.toString();
  }
}

package io.qhyper.backend.ibm;

import io.qhyper.shots.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks the registers of one program after the other against the expected shape. */
final class ResultRows {
  private final ResultShape shape;
  private final List<Map<String, Counts>> rows = new ArrayList<>();
  private Map<String, List<Counts>> registers = new LinkedHashMap<>();
  private int pubs;

  ResultRows(ResultShape shape) {
    this.shape = shape;
  }

  /** An empty buffer for a register of the current program. */
  ShotBuffer buffer(String register) {
    long most = shape.shots() == 0 ? Integer.MAX_VALUE : (long) shape.shots() * shape.rowsPerPub();
    return new ShotBuffer(place(register), most);
  }

  private String place(String register) {
    return "register '" + register + "' of circuit " + pubs + " in the result";
  }

  /** Takes in a filled buffer. */
  void register(String name, ShotBuffer buffer, int bits) {
    Integer expected = shape.registers().getOrDefault(name, bits);
    if (expected != bits) {
      throw new IbmProtocolException(
          place(name) + " should have " + expected + " bits, got " + bits);
    }
    int rowCount = rowCount(buffer);
    long shots = (long) shape.shots() * rowCount;
    boolean isNestedOtherwise = buffer.nestedRows() > 0 && buffer.nestedRows() != rowCount;
    if (isNestedOtherwise
        || (shots > 0 ? buffer.shots() != shots : buffer.shots() % rowCount != 0)) {
      throw new IbmProtocolException(
          place(name)
              + " should have "
              + shape.rowsPerPub()
              + " × "
              + shape.shots()
              + " shots, got "
              + (buffer.nestedRows() > 0 ? buffer.nestedRows() + " rows with " : "")
              + buffer.shots()
              + (buffer.nestedRows() > 0 ? " in all" : ""));
    }
    registers.put(name, buffer.rows(bits, rowCount));
  }

  /** As expected; where nothing is known of the job, as the result is nested. */
  private int rowCount(ShotBuffer buffer) {
    return shape.equals(ResultShape.UNKNOWN)
        ? Math.max(1, buffer.nestedRows())
        : shape.rowsPerPub();
  }

  /** Ends the current program. */
  void endPub() {
    for (String name : shape.registers().keySet()) {
      if (!registers.containsKey(name)) {
        throw new IbmProtocolException(
            place(name) + " is missing; there are " + registers.keySet());
      }
    }
    if (registers.isEmpty()) {
      throw new IbmProtocolException("circuit " + pubs + " in the result has no registers");
    }
    int rowCount = registers.values().iterator().next().size();
    if (registers.values().stream().anyMatch(register -> register.size() != rowCount)) {
      throw new IbmProtocolException(
          "the registers of circuit " + pubs + " in the result have different numbers of rows");
    }
    for (int row = 0; row < rowCount; row++) {
      Map<String, Counts> counts = new LinkedHashMap<>();
      shape.registers().keySet().forEach(name -> counts.put(name, null));
      for (Map.Entry<String, List<Counts>> entry : registers.entrySet()) {
        counts.put(entry.getKey(), entry.getValue().get(row));
      }
      rows.add(counts);
    }
    registers = new LinkedHashMap<>();
    pubs++;
    if (shape.pubs() > 0 && pubs > shape.pubs()) {
      throw count(pubs + " or more");
    }
  }

  private IbmProtocolException count(String came) {
    return new IbmProtocolException(
        "the result should hold " + shape.pubs() + " circuits, it holds " + came);
  }

  /** All rows of all programs. */
  List<Map<String, Counts>> finish() {
    if (shape.pubs() > 0 && pubs != shape.pubs()) {
      throw count(String.valueOf(pubs));
    }
    return rows;
  }
}

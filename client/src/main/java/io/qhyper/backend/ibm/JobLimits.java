package io.qhyper.backend.ibm;

import java.util.ArrayList;
import java.util.List;

/**
 * What one job may hold (reference, section 4.3).
 *
 * @param executions circuits × rows × shots
 * @param bytes of programs and rows
 * @param shots of one row
 */
public record JobLimits(long executions, long bytes, int shots) {
  /** The documented limits, with the payload well below the unclear one. */
  public static final JobLimits DOCUMENTED = new JobLimits(10_000_000, 8L << 20, 100_000);

  /** Rows {@code from} to {@code to−1} of a request. */
  record Range(int from, int to) {
    int size() {
      return to - from;
    }
  }

  /**
   * Cuts rows into as few jobs as possible, in order.
   *
   * @param sizes bytes that each row adds
   * @param base bytes that each job has anyway
   * @throws IllegalArgumentException if a single row is too much
   */
  List<Range> split(long base, long[] sizes, int rowShots) {
    if (rowShots > shots || rowShots > executions) {
      throw new IllegalArgumentException(
          "a row may have "
              + Math.min(shots, executions)
              + " shots on IBM Quantum, got "
              + rowShots);
    }
    List<Range> ranges = new ArrayList<>();
    int from = 0;
    long used = base;
    for (int row = 0; row < sizes.length; row++) {
      if (base + sizes[row] > bytes) {
        throw new IllegalArgumentException(
            "a program may have " + bytes + " bytes, got " + (base + sizes[row]));
      }
      boolean full = (row - from + 1L) * rowShots > executions || used + sizes[row] > bytes;
      if (full) {
        ranges.add(new Range(from, row));
        from = row;
        used = base;
      }
      used += sizes[row];
    }
    ranges.add(new Range(from, sizes.length));
    return ranges;
  }
}

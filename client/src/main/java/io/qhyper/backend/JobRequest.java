package io.qhyper.backend;

import io.qhyper.random.StreamKey;
import java.util.List;

/**
 * One program to run with many rows of input values.
 *
 * @param program OpenQASM 3 text
 * @param rows values of the program's inputs in their order of declaration, one row a circuit; at
 *     least one row
 * @param shots how often each row is run
 * @param stream names the job within its run, and the chance of row 0 on a simulator; row i uses
 *     circuit {@code stream.circuit() + i}
 */
public record JobRequest(String program, List<double[]> rows, int shots, StreamKey stream) {
  public JobRequest {
    rows = rows.stream().map(double[]::clone).toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a job needs at least one row of input values, got none");
    }
    if (shots < 1) {
      throw new IllegalArgumentException("shots must be at least 1, got " + shots);
    }
  }
}

package io.qhyper.study;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of a study, one row a measurement; empty fields are what a cell does not have.
 *
 * <p>Columns: study; cell (name of its file); problem; layers (0 for the product state); ansatz;
 * shots (of each circuit of a gradient); estimator; optimizer; noise_scale; seed; quantity; value;
 * standard_error (of the value); total_shots (spent for the value); qpu_seconds (estimated time of
 * these on a quantum computer).
 */
final class ResultsFile {
  private static final String HEADER =
      "study,cell,problem,layers,ansatz,shots,estimator,optimizer,noise_scale,seed,quantity,value,"
          + "standard_error,total_shots,qpu_seconds\n";

  private ResultsFile() {}

  static String text(List<StudyOutcome.Done> done) {
    return HEADER
        + done.stream()
            .flatMap(d -> d.measurements().stream().map(m -> row(d.cell(), m)))
            .collect(Collectors.joining());
  }

  private static String row(Cell cell, Measured measured) {
    Task.Columns columns = cell.task().columns();
    return String.join(
            ",",
            List.of(
                cell.study().toString(),
                cell.key(),
                cell.problem(),
                "" + cell.layers(),
                cell.ansatz().toString(),
                columns.shots(),
                columns.estimator(),
                columns.optimizer(),
                columns.noiseScale(),
                "" + cell.seed(),
                measured.quantity(),
                "" + measured.value(),
                text(measured.standardError()),
                text(measured.totalShots()),
                text(measured.qpuSeconds())))
        + "\n";
  }

  private static String text(Number value) {
    return value == null ? "" : value.toString();
  }
}

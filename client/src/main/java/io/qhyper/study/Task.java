package io.qhyper.study;

import java.util.List;

/** What is measured in a cell. */
sealed interface Task
    permits GradientError, ExactSuccess, LossUnderNoise, TrainedUnderNoise, Budget {
  /**
   * Measures it; the numbers depend on the cell only.
   *
   * @throws io.qhyper.hybrid.StoppedException if a stop was requested meanwhile
   */
  List<Measured> measure(Cell cell, Workbench bench);

  /** What it puts into the columns of the table. */
  Columns columns();

  /** Columns that belong to some tasks; empty text elsewhere. */
  record Columns(String shots, String estimator, String optimizer, String noiseScale) {}
}

package io.qhyper.study;

import java.util.List;

/**
 * What a study came to.
 *
 * @param cells those of the grid
 * @param kept those that an earlier process had done
 * @param done all that are done
 * @param failures those that failed
 * @param stopped whether a stop request left cells out
 */
public record StudyOutcome(int cells, int kept, int done, List<Failure> failures, boolean stopped) {
  public StudyOutcome {
    failures = List.copyOf(failures);
  }

  /**
   * A cell that failed.
   *
   * @param cell the name that its file would have
   * @param settings the settings, for people
   * @param reason why
   */
  public record Failure(String cell, String settings, String reason) {}

  /** A cell with its numbers. */
  record Done(Cell cell, List<Measured> measurements) {}
}

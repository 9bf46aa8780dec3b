package io.qhyper.data;

import java.util.Optional;

/**
 * A training set, and a test set if there is one.
 *
 * @param train what losses are computed on
 * @param test examples kept apart for accuracies; the same features as {@code train}
 */
public record TrainTest(DataSet train, Optional<DataSet> test) {

  /** Checks that both sets have the same features. */
  public TrainTest {
    if (train.size() == 0) {
      throw new IllegalArgumentException("a training set needs at least one example, got none");
    }
    test.ifPresent(set -> requireSameFeatures(train, set));
  }

  private static void requireSameFeatures(DataSet train, DataSet test) {
    if (!train.features().names().equals(test.features().names())) {
      throw new IllegalArgumentException(
          "the test set must have the features of the training set, "
              + train.features().names()
              + ", got "
              + test.features().names());
    }
  }
}

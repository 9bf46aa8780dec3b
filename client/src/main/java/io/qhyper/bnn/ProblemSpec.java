package io.qhyper.bnn;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The options of a problem: enough to make the same problem again.
 *
 * <p>Plain data for the command line and configuration files; {@link Problems#create} reads the
 * files it names.
 */
public sealed interface ProblemSpec {

  /** The name of the kind of problem, as in {@code --problem}. */
  String kind();

  /** Which network is trained. */
  ModelSpec model();

  /**
   * Two digits of MNIST at 4×4 pixels (reference, section 4.1).
   *
   * @param zero the digit of label 0
   * @param one the digit of label 1, another one
   * @param model which network is trained
   * @param folder the original MNIST files ({@code --mnist-dir}); empty for the bundled ones
   */
  record Mnist(int zero, int one, ModelSpec model, Optional<Path> folder) implements ProblemSpec {

    /** Checks the digits. */
    public Mnist {
      if (zero < 0 || zero > 9 || one < 0 || one > 9 || zero == one) {
        throw new IllegalArgumentException(
            "the two digits must be different numbers in 0..9, got " + zero + "," + one);
      }
    }

    @Override
    public String kind() {
      return "mnist";
    }
  }

  /**
   * Points of the plane in two classes (reference, sections 4.2 and 4.3).
   *
   * @param model which network is trained
   * @param seed the seed of the generated points
   */
  record Gaussians(ModelSpec model, long seed) implements ProblemSpec {
    @Override
    public String kind() {
      return "gaussians";
    }
  }

  /**
   * A user's own data in CSV files.
   *
   * @param train the file with the training set
   * @param test the file with the test set, if there is one
   * @param label name of the label column
   * @param model which network is trained
   */
  record Csv(Path train, Optional<Path> test, String label, ModelSpec model)
      implements ProblemSpec {

    /** Checks the name of the label column. */
    public Csv {
      if (label.isBlank()) {
        throw new IllegalArgumentException(
            "the name of the label column must not be blank, got \"" + label + '"');
      }
    }

    @Override
    public String kind() {
      return "csv";
    }
  }
}

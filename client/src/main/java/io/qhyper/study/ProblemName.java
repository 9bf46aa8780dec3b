package io.qhyper.study;

import io.qhyper.bnn.ActivationChoice;
import io.qhyper.bnn.EncodingChoice;
import io.qhyper.bnn.ModelSpec;
import io.qhyper.bnn.ProblemSpec;
import io.qhyper.bnn.WidthChoice;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Problems by short names, as a column of a table needs them. */
final class ProblemName {
  private static final Pattern MNIST = Pattern.compile("mnist-(\\d)-(\\d)-([a-z0-9]+)");
  private static final Pattern GAUSSIANS = Pattern.compile("gaussians-(\\d{1,3})");

  private ProblemName() {}

  /**
   * The problem of a name: mnist-0-1-m3p1 (two digits and an encoding) or gaussians-2 (hidden
   * neurons; the activation is searched, the data are those of data seed 1).
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  static ProblemSpec spec(String name) {
    Matcher mnist = MNIST.matcher(name);
    if (mnist.matches()) {
      return new ProblemSpec.Mnist(
          Integer.parseInt(mnist.group(1)),
          Integer.parseInt(mnist.group(2)),
          new ModelSpec.Logistic(EncodingChoice.parse(mnist.group(3))),
          Optional.empty());
    }
    Matcher gaussians = GAUSSIANS.matcher(name);
    if (gaussians.matches()) {
      return new ProblemSpec.Gaussians(
          new ModelSpec.HiddenLayer(
              Integer.parseInt(gaussians.group(1)), ActivationChoice.SEARCH, WidthChoice.ALL, 0),
          1);
    }
    throw new IllegalArgumentException(
        "problem must be mnist-A-B-ENCODING, such as mnist-0-1-m3p1, or gaussians-H, such as"
            + " gaussians-2, got '"
            + name
            + "'");
  }
}

package io.qhyper.bnn;

import io.qhyper.data.CsvReader;
import io.qhyper.data.Gaussians;
import io.qhyper.data.Mnist4x4;
import io.qhyper.data.TrainTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Makes problems from their options. */
public final class Problems {
  private static final int CLASSES = 2;

  private Problems() {}

  /**
   * The problem that {@code spec} describes, with its data read or generated.
   *
   * @throws IOException if a file is missing or unreadable; {@link
   *     io.qhyper.data.MalformedDataException} if its content is refused
   */
  public static Problem create(ProblemSpec spec) throws IOException {
    if (spec instanceof ProblemSpec.Mnist mnist) {
      return Problem.of("mnist-" + mnist.zero() + "-" + mnist.one(), spec.model(), images(mnist));
    }
    if (spec instanceof ProblemSpec.Gaussians gaussians) {
      return Problem.of("gaussians", spec.model(), Gaussians.generate(gaussians.seed()));
    }
    if (spec instanceof ProblemSpec.Csv csv) {
      CsvReader reader = new CsvReader(csv.label(), CLASSES);
      return Problem.of("csv", spec.model(), reader.read(csv.train(), csv.test()));
    }
    throw new AssertionError("unknown kind of problem " + spec);
  }

  private static TrainTest images(ProblemSpec.Mnist mnist) throws IOException {
    Optional<Path> folder = mnist.folder();
    return folder.isPresent()
        ? Mnist4x4.read(folder.get(), mnist.zero(), mnist.one())
        : Mnist4x4.bundled(mnist.zero(), mnist.one());
  }
}

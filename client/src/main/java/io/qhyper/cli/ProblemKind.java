package io.qhyper.cli;

import java.util.Locale;

/** The kinds of problem by the names that users type. */
enum ProblemKind {
  MNIST,
  GAUSSIANS,
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

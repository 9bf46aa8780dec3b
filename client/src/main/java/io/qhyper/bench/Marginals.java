package io.qhyper.bench;

import java.util.OptionalDouble;

/** What single bits of a circuit must show, from other computations than the one that is timed. */
interface Marginals {
  /** The probability that a bit is measured as 1; nothing if that cannot be known. */
  OptionalDouble probabilityOfOne(int bit);
}

package io.qhyper.circuit;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A named run of classical bits.
 *
 * @param offset the number of its bit 0 among all classical bits of the circuit
 * @param width number of bits, at least 1
 */
public record ClassicalRegister(String name, int offset, int width) {
  public ClassicalRegister {
    Identifiers.check("register name", name);
    if (width < 1 || offset < 0) {
      throw new IllegalArgumentException(
          "register "
              + name
              + " needs a width of at least 1 and an offset of at least 0, got "
              + width
              + " and "
              + offset);
    }
  }

  /** The numbers of its bits, bit 0 first. */
  public List<Integer> bits() {
    return IntStream.range(offset, offset + width).boxed().toList();
  }
}

package io.qhyper.qasm;

import java.util.List;
import java.util.Optional;

/**
 * Qubits or bits as the text names them.
 *
 * @param name a declared name or a physical qubit, its $ included
 * @param indices each picks from what the one before left
 */
record Operand(Span span, String name, List<Index> indices) {

  boolean isPhysical() {
    return name.startsWith("$");
  }

  /** What stands between brackets. */
  sealed interface Index {
    Span span();
  }

  /** One place, counted from the end if negative. */
  record At(Expression place) implements Index {
    @Override
    public Span span() {
      return place.span();
    }
  }

  /** A list of places. */
  record Places(Span span, List<Expression> places) implements Index {}

  /** {@code first:last} or {@code first:step:last}, the last place included. */
  record Range(
      Span span, Optional<Expression> first, Optional<Expression> step, Optional<Expression> last)
      implements Index {}
}

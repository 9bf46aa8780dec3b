package io.qhyper.sim.line;

import java.util.List;

/**
 * Two halves side by side: each vector is a product of one of each. At most one of them has more
 * than one vector, so that the terms of the product keep its order.
 */
final class JoinedStart implements Start {
  private final Half low;
  private final Half high;

  JoinedStart(Half low, Half high) {
    this.low = low;
    this.high = high;
  }

  @Override
  public Family forward(Settings settings) {
    return Joins.product(low.forward(settings), high.forward(settings));
  }

  @Override
  public List<HalfTrace> trace(Settings settings) {
    return List.of(low.trace(settings), high.trace(settings));
  }

  @Override
  public Family forward(Settings settings, List<HalfTrace> parts, Settings traced) {
    return Joins.product(
        low.forward(settings, parts.get(0), traced), high.forward(settings, parts.get(1), traced));
  }

  @Override
  public boolean differs(Settings one, Settings other) {
    return low.differs(one, other) || high.differs(one, other);
  }

  /** The kets of the two are made anew, which costs little. */
  @Override
  public void backward(Sweep after, Settings settings, Slopes slopes) {
    Family lowKet = low.forward(settings);
    Family highKet = high.forward(settings);
    Family lowBra = Joins.lowBra(after.bra(), lowKet, highKet);
    Family highBra = Joins.highBra(after.bra(), lowKet, highKet);
    low.backward(new Sweep(lowKet, lowBra), settings, slopes);
    high.backward(new Sweep(highKet, highBra), settings, slopes);
  }
}

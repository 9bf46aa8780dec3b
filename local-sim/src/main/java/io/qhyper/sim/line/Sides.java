package io.qhyper.sim.line;

import java.util.ArrayList;
import java.util.List;

/** The steps of a line on either side of a cut; a gate across it leaves one on each. */
final class Sides {
  private final int cut;
  private final List<HalfOp> low = new ArrayList<>();
  private final List<HalfOp> high = new ArrayList<>();
  private int crossings;

  Sides(List<LineOp> ops, int cut) {
    this.cut = cut;
    for (LineOp op : ops) {
      if (op instanceof LineOp.Turn turn) {
        side(turn.position()).add(new HalfOp.Turn(bit(turn.position()), turn.slot()));
      } else if (op instanceof LineOp.Pair pair) {
        if (side(pair.first()) == side(pair.second())) {
          addInner(pair);
        } else {
          addAcross(pair);
        }
      }
    }
  }

  private List<HalfOp> side(int position) {
    return position < cut ? low : high;
  }

  private int bit(int position) {
    return position < cut ? position : position - cut;
  }

  private void addInner(LineOp.Pair pair) {
    HalfOp.OnPair gate;
    if (pair instanceof LineOp.Flip) {
      gate = FlipStep::new;
    } else if (pair instanceof LineOp.Coupling coupling) {
      gate = (first, second) -> new CouplingStep(first, second, coupling.slot());
    } else {
      gate = SignStep::new;
    }
    side(pair.first()).add(new HalfOp.Inner(bit(pair.first()), bit(pair.second()), gate));
  }

  private void addAcross(LineOp.Pair pair) {
    HalfOp.OnBit first;
    HalfOp.OnBit second;
    if (pair instanceof LineOp.Flip) {
      first = Branches.Project::new;
      second = Branches.Flip::new;
    } else if (pair instanceof LineOp.Coupling coupling) {
      first = Branches.Sign::new;
      second = bit -> new Branches.Couple(bit, coupling.slot());
    } else {
      first = Branches.Project::new;
      second = Branches.Sign::new;
    }
    side(pair.first()).add(new HalfOp.Branch(bit(pair.first()), first));
    side(pair.second()).add(new HalfOp.Branch(bit(pair.second()), second));
    crossings++;
  }

  /** The steps below the cut. */
  List<HalfOp> low() {
    return low;
  }

  /** The steps above the cut. */
  List<HalfOp> high() {
    return high;
  }

  /** Number of gates across. */
  int crossings() {
    return crossings;
  }
}

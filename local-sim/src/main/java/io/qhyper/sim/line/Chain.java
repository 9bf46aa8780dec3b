package io.qhyper.sim.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A circuit made ready to run as many short pieces of the line: the state is exactly a product of
 * one small tensor per piece, summed over the terms at the borders. What changes only a few
 * positions changes only the tensors there. Immutable, for many threads at once.
 */
public final class Chain {
  private final int[] borders;
  private final List<Piece> pieces = new ArrayList<>(); // lowest first
  private final int[][] places; // of the tensor of each piece

  private Chain(int[] borders, List<LineOp> ops) {
    this.borders = borders;
    for (int k = 0; k + 1 < borders.length; k++) {
      pieces.add(new Piece(borders[k + 1] - borders[k]));
    }
    for (LineOp op : ops) {
      if (op instanceof LineOp.Turn turn) {
        int piece = piece(turn.position());
        pieces.get(piece).addTurn(bit(turn.position(), piece), turn.slot());
      } else if (op instanceof LineOp.Pair pair) {
        add(pair);
      }
    }
    this.places = pieces.stream().map(Piece::places).toArray(int[][]::new);
  }

  /**
   * The chain of a circuit on at least one position; empty if so many pairs lie across every cut
   * that pieces would be large.
   *
   * @param ops the steps from |0…0⟩ on
   */
  public static Optional<Chain> of(int positions, List<LineOp> ops) {
    return ChainCuts.of(positions, ops).map(borders -> new Chain(borders, ops));
  }

  private int piece(int position) {
    int found = Arrays.binarySearch(borders, position);
    return found >= 0 ? found : -found - 2;
  }

  private int bit(int position, int piece) {
    return position - borders[piece];
  }

  private void add(LineOp.Pair pair) {
    int one = piece(pair.first());
    int other = piece(pair.second());
    int first = bit(pair.first(), one);
    int second = bit(pair.second(), other);
    Piece.Border near = one < other ? Piece.Border.UPPER : Piece.Border.LOWER;
    Piece.Border far = one < other ? Piece.Border.LOWER : Piece.Border.UPPER;
    if (one == other) {
      addInner(pieces.get(one), pair, first, second);
    } else if (pair instanceof LineOp.Coupling coupling) {
      pieces.get(one).addBranch(PieceStep.signed(first), near);
      pieces.get(other).addCoupledBranch(second, coupling.slot(), far);
    } else {
      pieces.get(one).addBranch(PieceStep.project(first), near);
      pieces
          .get(other)
          .addBranch(
              pair instanceof LineOp.Flip ? PieceStep.flipped(second) : PieceStep.signed(second),
              far);
    }
  }

  private static void addInner(Piece piece, LineOp.Pair pair, int first, int second) {
    if (pair instanceof LineOp.Flip) {
      piece.add(PieceStep.flip(first, second));
    } else if (pair instanceof LineOp.Coupling coupling) {
      piece.addCoupling(first, second, coupling.slot());
    } else {
      piece.add(PieceStep.sign(first, second));
    }
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** A tensor for a piece, without contents. */
  PieceTensor tensor(int piece) {
    return new PieceTensor(pieces.get(piece), places[piece]);
  }

  /**
   * A way to draw from settings that differ little from some.
   *
   * @param lowQubits how many positions belong to l
   */
  public ChainVariants variants(Settings base, int lowQubits) {
    return new ChainVariants(this, base.copy(), lowQubits);
  }
}

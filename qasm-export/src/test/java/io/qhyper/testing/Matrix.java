package io.qhyper.testing;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** A dense square matrix; on qubits, the first qubit is the least significant bit of an index. */
public final class Matrix {
  private final Complex[][] entries;

  private Matrix(Complex[][] entries) {
    this.entries = entries;
  }

  public static Matrix rows(Complex[]... rows) {
    return new Matrix(rows);
  }

  public static Matrix real(int size, double... entries) {
    return of(size, (row, column) -> Complex.of(entries[row * size + column]));
  }

  public static Matrix identity(int size) {
    return of(size, (row, column) -> row == column ? Complex.ONE : Complex.ZERO);
  }

  public static Matrix diagonal(Complex... entries) {
    return of(entries.length, (row, column) -> row == column ? entries[row] : Complex.ZERO);
  }

  /** An entry by its place. */
  public interface Entry {
    Complex at(int row, int column);
  }

  public static Matrix of(int size, Entry entry) {
    Complex[][] entries = new Complex[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        entries[row][column] = entry.at(row, column);
      }
    }
    return new Matrix(entries);
  }

  public int size() {
    return entries.length;
  }

  public Complex at(int row, int column) {
    return entries[row][column];
  }

  public Matrix times(Matrix other) {
    return of(
        size(),
        (row, column) -> {
          Complex sum = Complex.ZERO;
          for (int k = 0; k < size(); k++) {
            sum = sum.plus(at(row, k).times(other.at(k, column)));
          }
          return sum;
        });
  }

  public Matrix times(Complex factor) {
    return map(entry -> entry.times(factor));
  }

  public Matrix plus(Matrix other) {
    return combine(other, Complex::plus);
  }

  @SuppressWarnings("ArgumentSelectionDefectChecker") // a transpose swaps them
  public Matrix dagger() {
    return of(size(), (row, column) -> at(column, row).conjugate());
  }

  /** This on the more significant bits, {@code low} on the less significant ones. */
  public Matrix tensor(Matrix low) {
    int n = low.size();
    return of(
        size() * n, (row, column) -> at(row / n, column / n).times(low.at(row % n, column % n)));
  }

  /** This under a control that comes first: the new least significant bit. */
  public Matrix controlled() {
    return of(
        2 * size(),
        (row, column) -> {
          if (row % 2 == 1 && column % 2 == 1) {
            return at(row / 2, column / 2);
          }
          return row == column ? Complex.ONE : Complex.ZERO;
        });
  }

  /** The largest absolute difference of an entry. */
  public double distance(Matrix other) {
    double most = size() == other.size() ? 0 : Double.POSITIVE_INFINITY;
    for (int row = 0; row < size(); row++) {
      for (int column = 0; column < size(); column++) {
        Complex difference = at(row, column).plus(other.at(row, column).times(-1));
        most = Math.max(most, Math.sqrt(difference.squaredNorm()));
      }
    }
    return most;
  }

  private Matrix map(UnaryOperator<Complex> change) {
    return of(size(), (row, column) -> change.apply(at(row, column)));
  }

  private Matrix combine(Matrix other, BinaryOperator<Complex> operation) {
    return of(size(), (row, column) -> operation.apply(at(row, column), other.at(row, column)));
  }
}

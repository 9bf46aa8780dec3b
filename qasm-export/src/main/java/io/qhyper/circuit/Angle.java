package io.qhyper.circuit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An angle in radians, affine in named parameters: constant + Σ coefficient · parameter.
 *
 * @param constant the part that depends on no parameter; finite
 * @param terms at most one per parameter, sorted by name, no zero coefficients; the constructor
 *     brings any list into that form
 */
public record Angle(double constant, List<Term> terms) {
  /** The angle 0. */
  public static final Angle ZERO = new Angle(0, List.of());

  /**
   * One parameter with its factor.
   *
   * @param coefficient finite
   */
  public record Term(Parameter parameter, double coefficient) {
    public Term {
      requireFinite("coefficient of " + parameter, coefficient);
    }
  }

  public Angle {
    requireFinite("angle", constant);
    constant += 0.0; // makes −0.0 equal to 0.0, as texts cannot tell them apart
    terms = terms.isEmpty() ? List.of() : normalised(terms);
  }

  /** The same number for every binding. */
  public static Angle of(double value) {
    return new Angle(value, List.of());
  }

  /** The bare parameter. */
  public static Angle of(Parameter parameter) {
    return new Angle(0, List.of(new Term(parameter, 1)));
  }

  private static List<Term> normalised(List<Term> terms) {
    Map<String, Term> sum = new TreeMap<>();
    for (Term term : terms) {
      sum.merge(
          term.parameter().name(),
          term,
          (a, b) -> new Term(a.parameter(), a.coefficient() + b.coefficient()));
    }
    return sum.values().stream().filter(term -> term.coefficient() != 0).toList();
  }

  private static void requireFinite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be finite, got " + value);
    }
  }

  /** Whether no parameter occurs. */
  public boolean isConstant() {
    return terms.isEmpty();
  }

  /** This angle plus another. */
  public Angle plus(Angle other) {
    return new Angle(
        constant + other.constant, Stream.concat(terms.stream(), other.terms.stream()).toList());
  }

  /** This angle times a number. */
  public Angle times(double factor) {
    return new Angle(
        constant * factor,
        terms.stream().map(t -> new Term(t.parameter(), t.coefficient() * factor)).toList());
  }

  /** This angle with the opposite sign. */
  public Angle negated() {
    return times(-1);
  }

  /** This angle with each parameter replaced by an angle. */
  public Angle substitute(Function<Parameter, Angle> replacement) {
    Angle sum = of(constant);
    for (Term term : terms) {
      sum = sum.plus(replacement.apply(term.parameter()).times(term.coefficient()));
    }
    return sum;
  }

  /**
   * The number that this angle is under a binding.
   *
   * @throws IllegalArgumentException if the binding lacks a parameter
   */
  public double value(Binding binding) {
    double sum = constant;
    for (Term term : terms) {
      sum += term.coefficient() * binding.value(term.parameter());
    }
    return sum;
  }

  @Override
  public String toString() {
    return terms.stream()
        .map(t -> t.coefficient() + "*" + t.parameter())
        .collect(Collectors.joining(" + ", constant + (terms.isEmpty() ? "" : " + "), ""));
  }
}

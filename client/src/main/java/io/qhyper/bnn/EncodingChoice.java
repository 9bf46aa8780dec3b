package io.qhyper.bnn;

import java.util.Arrays;
import java.util.Optional;

/** The option {@code --encoding}: one encoding for all weights, or a search over the four. */
public enum EncodingChoice {
  /** Always {@link Encoding#ZERO_ONE}. */
  ZERO_ONE(Encoding.ZERO_ONE),
  /** Always {@link Encoding#PLUS_MINUS_ONE}. */
  PLUS_MINUS_ONE(Encoding.PLUS_MINUS_ONE),
  /** Always {@link Encoding#MINUS_TWO_PLUS_ONE}. */
  MINUS_TWO_PLUS_ONE(Encoding.MINUS_TWO_PLUS_ONE),
  /** Always {@link Encoding#MINUS_THREE_PLUS_ONE}. */
  MINUS_THREE_PLUS_ONE(Encoding.MINUS_THREE_PLUS_ONE),
  /** Two more bits at the end choose. */
  SEARCH(null);

  private final Encoding fixed;

  EncodingChoice(Encoding fixed) {
    this.fixed = fixed;
  }

  /** The encoding, or empty if it is searched. */
  public Optional<Encoding> fixed() {
    return Optional.ofNullable(fixed);
  }

  /**
   * The choice named {@code text}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static EncodingChoice parse(String text) {
    return Choices.parse("the encoding of the weights", text, Arrays.asList(values()));
  }

  /** The name used in options and files. */
  @Override
  public String toString() {
    return fixed().map(Encoding::toString).orElse("search");
  }
}

package io.qhyper.bnn;

import java.util.Arrays;
import java.util.Optional;

/**
 * The option {@code --activation}: one activation for all hidden neurons, or a search over both.
 */
public enum ActivationChoice {
  /** One bit chooses: 1 → sigmoid, 0 → ReLU. */
  SEARCH(null),
  /** Always {@link Activation#SIGMOID}; no bit. */
  SIGMOID(Activation.SIGMOID),
  /** Always {@link Activation#RELU}; no bit. */
  RELU(Activation.RELU);

  private final Activation fixed;

  ActivationChoice(Activation fixed) {
    this.fixed = fixed;
  }

  /** The activation, or empty if it is searched. */
  public Optional<Activation> fixed() {
    return Optional.ofNullable(fixed);
  }

  /**
   * The choice named {@code text}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static ActivationChoice parse(String text) {
    return Choices.parse("the activation of the hidden neurons", text, Arrays.asList(values()));
  }

  /** The name used in options and files. */
  @Override
  public String toString() {
    return fixed().map(Activation::toString).orElse("search");
  }
}

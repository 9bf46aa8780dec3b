package io.qhyper.bnn;

import java.util.Arrays;

/** The option {@code --width}: which hidden neurons exist. */
public enum WidthChoice {
  /** All of them, always. */
  ALL("all"),
  /** Neuron 0 always; one bit for each of the others switches it on (reference, section 4.3). */
  SEARCH("search");

  private final String text;

  WidthChoice(String text) {
    this.text = text;
  }

  /**
   * The choice named {@code text}.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static WidthChoice parse(String text) {
    return Choices.parse("the width of the hidden layer", text, Arrays.asList(values()));
  }

  /** The name used in options and files. */
  @Override
  public String toString() {
    return text;
  }
}

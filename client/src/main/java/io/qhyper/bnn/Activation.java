package io.qhyper.bnn;

/** The function that a hidden neuron applies to its weighted sum. */
public enum Activation {
  /** max(0, z); chosen by bit 0. */
  RELU("relu") {
    @Override
    public double apply(double z) {
      return Math.max(0, z);
    }
  },
  /** 1/(1+e^(−z)); chosen by bit 1. */
  SIGMOID("sigmoid") {
    @Override
    public double apply(double z) {
      return logistic(z);
    }
  };

  private final String text;

  Activation(String text) {
    this.text = text;
  }

  /** The value of the function at {@code z}. */
  public abstract double apply(double z);

  /** The activation that a search bit stands for. */
  static Activation chosenBy(boolean bit) {
    return bit ? SIGMOID : RELU;
  }

  /** 1/(1+e^(−z)), exact to rounding for any z. */
  static double logistic(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  /** The name used in options and files. */
  @Override
  public String toString() {
    return text;
  }
}

package io.qhyper.bnn;

/** The loss of one example, from the network's score and the class 0 or 1. */
enum LossFunction {
  /** −ln of the probability given to the right class, in nats. */
  CROSS_ENTROPY {
    @Override
    double of(double score, int label) {
      double wrong = label == 0 ? score : -score;
      return Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)));
    }
  },
  /** (probability of class 1 − label)². */
  SQUARED_ERROR {
    @Override
    double of(double score, int label) {
      double error = Activation.logistic(label == 0 ? score : -score);
      return error * error;
    }
  };

  abstract double of(double score, int label);
}

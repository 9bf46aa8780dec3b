package io.qhyper.sandbox;

/**
 * How a job ends.
 *
 * @param code of the service; 0 if there is none
 */
record Outcome(Kind kind, int code, String reason, String solution) {
  /** The words of the service. */
  enum Kind {
    COMPLETED("Completed"),
    FAILED("Failed"),
    CANCELLED("Cancelled");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private static final int TOO_LONG = 1305;

  static final Outcome COMPLETED = new Outcome(Kind.COMPLETED, 0, "", "");
  static final Outcome CANCELLED = new Outcome(Kind.CANCELLED, 0, "", "");

  static Outcome failed(int code, String reason, String solution) {
    return new Outcome(Kind.FAILED, code, reason, solution);
  }

  /** The job ran over its cost. */
  static Outcome ranTooLong() {
    return new Outcome(
        Kind.CANCELLED,
        TOO_LONG,
        "The job ran longer than its maximum execution time.",
        "Raise the cost of the job, or ask for less.");
  }

  boolean isTooLong() {
    return code == TOO_LONG;
  }

  /** The word of the outer status. */
  String longWord() {
    return isTooLong() ? "Cancelled - Ran too long" : kind.word();
  }
}

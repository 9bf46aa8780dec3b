package io.qhyper.backend.ibm;

/**
 * How a service takes a gate that the program itself defines under a device's own name for it.
 *
 * @param gate its name
 * @param verdict what came of it
 * @param reason what the service says of a refusal; empty otherwise
 */
public record GateFinding(String gate, Verdict verdict, String reason) {
  /** What came of it. */
  public enum Verdict {
    /** It is taken and does what it should. */
    RIGHT,
    /** It is taken, but the counts are not those of the gate. */
    WRONG,
    /** The job is refused or fails with it and runs without it. */
    REFUSED
  }

  /** For people and programs. */
  public String text() {
    return gate
        + switch (verdict) {
          case RIGHT -> ": taken, right counts";
          case WRONG -> ": taken, wrong counts";
          case REFUSED -> ": refused: " + reason;
        };
  }
}

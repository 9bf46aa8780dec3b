package io.qhyper.qasm;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What OpenQASM has and this reader refuses, by name. */
final class Unsupported {
  private static final int LONGEST_QUOTE = 40;

  private static final Map<String, String> STATEMENTS =
      Map.ofEntries(
          Map.entry("def", "subroutines ('def')"),
          Map.entry("defcal", "calibrations ('defcal')"),
          Map.entry("defcalgrammar", "calibrations ('defcalgrammar')"),
          Map.entry("cal", "calibrations ('cal')"),
          Map.entry("while", "'while' loops"),
          Map.entry("switch", "'switch' statements"),
          Map.entry("array", "arrays ('array')"),
          Map.entry("pragma", "pragmas ('pragma')"),
          Map.entry("#pragma", "pragmas ('#pragma')"),
          Map.entry("output", "outputs ('output')"),
          Map.entry("int", "classical variables ('int')"),
          Map.entry("uint", "classical variables ('uint')"),
          Map.entry("float", "classical variables ('float')"),
          Map.entry("angle", "classical variables ('angle')"),
          Map.entry("bool", "classical variables ('bool')"),
          Map.entry("complex", "complex numbers ('complex')"),
          Map.entry("duration", "timing variables ('duration')"),
          Map.entry("stretch", "timing variables ('stretch')"),
          Map.entry("@", "annotations ('@')"));

  /** Rules in which a statement may begin. */
  private static final Set<String> OPENING = Set.of("statement", "body", "block");

  private Unsupported() {}

  /** Why a token is refused wherever it comes, if it is. */
  static Optional<String> refusal(String tokenName, String text, String rule) {
    return switch (tokenName) {
      case "Unsupported" ->
          Optional.of(
              STATEMENTS.containsKey(text)
                  ? STATEMENTS.get(text) + " are not supported"
                  : quoted(text) + " is not supported");
      case "Imaginary" -> Optional.of("complex numbers ('" + text + "') are not supported");
      case "UnclosedComment" -> Optional.of("this comment is not closed: '*/' is missing");
      case "UnclosedString" -> Optional.of("this text is not closed: a quotation mark is missing");
      case "Unknown" -> Optional.of("unexpected character " + quoted(text));
      default ->
          OPENING.contains(rule) && STATEMENTS.containsKey(text)
              ? Optional.of(STATEMENTS.get(text) + " are not supported")
              : Optional.empty();
    };
  }

  /** A number of things, in words. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Some text of the program in quotation marks, cut to a length that a message can bear. */
  static String quoted(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return "'"
        + (clean.length() > LONGEST_QUOTE ? clean.substring(0, LONGEST_QUOTE) + "…" : clean)
        + "'";
  }
}

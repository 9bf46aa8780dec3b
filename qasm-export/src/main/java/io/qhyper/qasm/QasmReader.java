package io.qhyper.qasm;

import io.qhyper.circuit.Circuit;
import io.qhyper.qasm.internal.Qasm3Lexer;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CodePointCharStream;
import org.antlr.v4.runtime.Token;

/**
 * Reads OpenQASM 2 and 3 text into a {@link Circuit}.
 *
 * <p>The header {@code OPENQASM 2.0;} or {@code OPENQASM 3.0;} tells the version; text without a
 * header is version 3. {@code stdgates.inc} and {@code qelib1.inc} are built in and can be included
 * by either version. Quantum registers are numbered through in the order of declaration; loops are
 * unrolled; {@code gate} definitions are kept as definitions if their angles are affine in their
 * parameters, else each call is replaced by its body. A definition that spells out a standard gate
 * which the library file lacks becomes that gate. A quotient of whole numbers is exact in an angle
 * and cut where a whole number is needed.
 *
 * <p>Everything else is refused, never skipped. Time and memory are bounded whatever the text is:
 * about 64 million characters, 100 000 qubits and bits, 5 000 000 instructions.
 */
public final class QasmReader {
  /** The most characters of a text. */
  private static final int MAX_LENGTH = 1 << 26;

  private QasmReader() {}

  /**
   * The circuit that a text describes.
   *
   * @throws QasmSyntaxException if the text is no OpenQASM, uses something that is not supported,
   *     or stands for a circuit that is too large
   */
  public static Circuit read(String text) {
    SourceText source = new SourceText(text);
    if (text.length() > MAX_LENGTH) {
      throw new Span(source, 1, 1, 1)
          .error("the text may have " + MAX_LENGTH + " characters, got " + text.length());
    }
    CodePointCharStream characters = CharStreams.fromString(text);
    boolean second = isVersion2(source, characters);
    characters.seek(0);
    ProgramReader reader = new ProgramReader(second ? GateTable.version2() : GateTable.version3());
    if (second) {
      Version2Front.read(source, characters, statement -> read(statement, reader));
    } else {
      Version3Front.read(source, characters, statement -> read(statement, reader));
    }
    return reader.circuit();
  }

  private static void read(Statement statement, ProgramReader reader) {
    try {
      statement.accept(reader);
    } catch (IllegalArgumentException refused) {
      // The circuit model has the last word, for instance on letters that the JDK does not know.
      throw statement.span().error(refused.getMessage());
    }
  }

  private static boolean isVersion2(SourceText source, CodePointCharStream characters) {
    Qasm3Lexer lexer = new Qasm3Lexer(characters);
    if (lexer.nextToken().getType() != Qasm3Lexer.OPENQASM) {
      return false;
    }
    Token version = lexer.nextToken();
    String number = version.getText();
    if (number.matches("[0-9].*") && !number.matches("2(\\.0)?|3(\\.[0-9]+)?")) {
      throw Span.of(source, version)
          .error("OpenQASM versions 2.0 and 3.x can be read, got " + Unsupported.quoted(number));
    }
    return number.startsWith("2");
  }
}

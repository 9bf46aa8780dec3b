package io.qhyper.qasm;

/** A parameter stands where only a number will do, or in an angle that is not affine in it. */
final class SymbolicAngleException extends QasmSyntaxException {
  private static final long serialVersionUID = 1L;

  SymbolicAngleException(Span span, String why) {
    super(span.line(), span.column(), span.message(why));
  }
}

package io.qhyper.qasm;

import io.qhyper.circuit.GateCall;
import java.util.ArrayList;
import java.util.List;

/** Reads the statements of a gate body: calls, barriers, constants and loops. */
final class GateBodyReader extends UnitaryReader {
  private final List<GateCall> calls = new ArrayList<>();

  GateBodyReader(GateBodies gates, Scope scope) {
    super(gates, scope);
  }

  /** The calls read so far, on the formal qubits 0 … n−1. */
  List<GateCall> calls() {
    return calls;
  }

  @Override
  void emit(GateCall call, Span span) {
    calls.add(call);
  }

  @Override
  public void barrier(Statement.Barriers barriers) {
    barriers.operands().forEach(operands()::qubits);
  }

  @Override
  public void include(Statement.Include include) {
    throw refusal(include, "'include'");
  }

  @Override
  public void input(Statement.Input input) {
    throw refusal(input, "'input'");
  }

  @Override
  public void qubits(Statement.Qubits qubits) {
    throw refusal(qubits, "a declaration of qubits");
  }

  @Override
  public void bits(Statement.Bits bits) {
    throw refusal(bits, "a declaration of bits");
  }

  @Override
  public void alias(Statement.Alias alias) {
    throw refusal(alias, "'let'");
  }

  @Override
  public void gate(Statement.GateText gate) {
    throw refusal(gate, "'gate'");
  }

  @Override
  public void opaque(Statement.Opaque opaque) {
    throw refusal(opaque, "'opaque'");
  }

  @Override
  public void measure(Statement.Measured measured) {
    throw refusal(measured, "'measure'");
  }

  @Override
  public void reset(Statement.Resets resets) {
    throw refusal(resets, "'reset'");
  }

  @Override
  public void delay(Statement.Delays delays) {
    throw refusal(delays, "'delay'");
  }

  @Override
  public void branch(Statement.Branch branch) {
    throw refusal(branch, "'if'");
  }

  private static QasmSyntaxException refusal(Statement statement, String what) {
    return statement.span().error(what + " is not allowed in a gate body: it may only call gates");
  }
}

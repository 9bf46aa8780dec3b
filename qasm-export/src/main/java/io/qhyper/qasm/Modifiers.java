package io.qhyper.qasm;

import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.GateDefinition;
import io.qhyper.circuit.GateName;
import io.qhyper.circuit.Relabelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** Applies {@code inv}, {@code pow}, {@code ctrl} and {@code negctrl} to a sequence of calls. */
final class Modifiers {
  /** The most modifiers of one call. */
  private static final int MAX_MODIFIERS = 100;

  /** The most controls that modifiers add to one call. */
  private static final int MAX_CONTROLS = 10_000;

  private final Budget budget;
  private final IdentityHashMap<GateDefinition, GateDefinition> inverses = new IdentityHashMap<>();

  Modifiers(Budget budget) {
    this.budget = budget;
  }

  /** How many qubits each modifier of a call puts before those of the gate. */
  static int[] controls(Statement.GateUse use, Evaluator evaluator) {
    List<Statement.Modifier> modifiers = use.modifiers();
    if (modifiers.size() > MAX_MODIFIERS) {
      throw use.span()
          .error("a call may have " + MAX_MODIFIERS + " modifiers, got " + modifiers.size());
    }
    int[] counts = new int[modifiers.size()];
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      Statement.Modifier modifier = modifiers.get(i);
      if (!modifier.keyword().endsWith("ctrl")) {
        continue;
      }
      long count = modifier.argument().map(evaluator::whole).orElse(1L);
      sum += count;
      if (count < 1 || sum > MAX_CONTROLS) {
        throw modifier
            .span()
            .error("a gate takes 1 to " + MAX_CONTROLS + " controls, got " + Math.max(count, sum));
      }
      counts[i] = (int) count;
    }
    return counts;
  }

  /**
   * The calls of a modified gate on qubits 0 … n−1, controls first.
   *
   * @param plain the calls of the gate itself on its own qubits
   */
  List<GateCall> apply(
      Statement.GateUse use, int[] controls, List<GateCall> plain, Evaluator evaluator) {
    int next = Arrays.stream(controls).sum();
    int shift = next;
    Relabelling behind = new Relabelling(angle -> angle, qubit -> qubit + shift);
    List<GateCall> calls =
        shift == 0 ? plain : plain.stream().map(call -> call.mapped(behind)).toList();
    List<GateCall> flips = new ArrayList<>();
    for (int i = controls.length - 1; i >= 0; i--) {
      Statement.Modifier modifier = use.modifiers().get(i);
      budget.steps((long) calls.size() * (shift + 1), modifier.span());
      switch (modifier.keyword()) {
        case "inv" -> calls = inverse(calls, modifier.span());
        case "pow" -> calls = power(calls, modifier, use.name().text(), evaluator);
        default -> {
          next -= controls[i];
          int first = next;
          int count = controls[i];
          calls = calls.stream().map(call -> controlled(call, first, count)).toList();
          if (modifier.keyword().equals("negctrl")) {
            IntStream.range(first, first + count)
                .forEach(control -> flips.add(GateCall.of(GateName.X, List.of(), control)));
          }
        }
      }
    }
    if (flips.isEmpty()) {
      return calls;
    }
    List<GateCall> all = new ArrayList<>(flips);
    all.addAll(calls);
    all.addAll(flips);
    return all;
  }

  /** The call under the controls first … first + count − 1. */
  private static GateCall controlled(GateCall call, int first, int count) {
    GateCall result = call;
    int control = first + count;
    while (control > first && result.controls() == 0) {
      result = result.controlledBy(--control);
    }
    if (control == first) {
      return result;
    }
    List<Integer> qubits = new ArrayList<>();
    for (int i = first; i < control; i++) {
      qubits.add(i);
    }
    qubits.addAll(result.qubits());
    return new GateCall(
        result.gate(), result.controls() + control - first, result.angles(), qubits);
  }

  private List<GateCall> inverse(List<GateCall> calls, Span span) {
    List<GateCall> inverses = new ArrayList<>(calls.size());
    for (GateCall call : calls) {
      inverses.add(inverse(call, span));
    }
    Collections.reverse(inverses);
    return inverses;
  }

  private GateCall inverse(GateCall call, Span span) {
    if (!(call.gate() instanceof GateDefinition definition)) {
      return call.inverse();
    }
    GateDefinition inverse = inverses.get(definition);
    if (inverse == null) {
      budget.instructions(definition.expandedSize(), 0, span);
      inverse = definition.inverse();
      inverses.put(definition, inverse);
      inverses.put(inverse, definition);
    }
    return new GateCall(inverse, call.controls(), call.angles(), call.qubits());
  }

  private List<GateCall> power(
      List<GateCall> calls, Statement.Modifier modifier, String gate, Evaluator evaluator) {
    Expression exponent = modifier.argument().orElseThrow();
    double k = evaluator.constant(exponent);
    if (k != Math.rint(k)) {
      return PrincipalPower.of(calls, k, gate, modifier.span());
    }
    List<GateCall> once = k < 0 ? inverse(calls, modifier.span()) : calls;
    double length = Math.abs(k) * once.size();
    budget.instructions((long) Math.min(length, Long.MAX_VALUE), 0, exponent.span());
    List<GateCall> repeated = new ArrayList<>((int) length);
    for (int i = 0; i < length; i += once.size()) {
      repeated.addAll(once);
    }
    return repeated;
  }
}

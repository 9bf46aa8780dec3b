package io.qhyper.shift;

import io.qhyper.circuit.Angle;
import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.Conditional;
import io.qhyper.circuit.GateCall;
import io.qhyper.circuit.Instruction;
import io.qhyper.circuit.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A program in which every input occurs once and bare.
 *
 * @param program the program
 * @param inputAngles what each of its inputs stands for, in the parameters of the original
 * @param rules the shift rule of each input
 */
record InputSplit(Circuit program, List<Angle> inputAngles, List<ShiftRule> rules) {

  static InputSplit of(Circuit circuit) {
    return new Builder(circuit).build();
  }

  private static final class Builder {
    private final Circuit circuit;
    private final Map<Parameter, Integer> occurrences = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<Parameter, ShiftRule> rules = new HashMap<>();
    private final List<Parameter> split = new ArrayList<>();
    private final Map<Parameter, Angle> meaning = new HashMap<>();

    Builder(Circuit circuit) {
      this.circuit = circuit;
      circuit.parameters().forEach(parameter -> names.add(parameter.name()));
      circuit.registers().forEach(register -> names.add(register.name()));
      circuit.instructions().forEach(this::count);
    }

    private void count(Instruction step) {
      if (step instanceof GateCall call) {
        for (Angle angle : call.angles()) {
          angle.terms().forEach(term -> occurrences.merge(term.parameter(), 1, Integer::sum));
        }
      } else if (step instanceof Conditional conditional) {
        refuseParameters(conditional.then());
        refuseParameters(conditional.otherwise());
      }
    }

    private void refuseParameters(List<Instruction> steps) {
      for (Instruction step : steps) {
        count(step);
        if (step instanceof GateCall call
            && call.angles().stream().anyMatch(a -> !a.isConstant())) {
          throw new IllegalArgumentException(
              "no shift rule for the parameters of " + call + " inside an if");
        }
      }
    }

    InputSplit build() {
      List<Instruction> steps = new ArrayList<>();
      for (Instruction step : circuit.instructions()) {
        steps.add(step instanceof GateCall call ? split(call) : step);
      }
      // Bare inputs keep their place, so that a program without splits is the original.
      List<Parameter> inputs = new ArrayList<>();
      circuit.parameters().stream().filter(rules::containsKey).forEach(inputs::add);
      inputs.addAll(split);
      Circuit program =
          new Circuit(circuit.labels(), circuit.qubits(), circuit.registers(), inputs, steps);
      return new InputSplit(
          program,
          inputs.stream().map(input -> meaning.getOrDefault(input, Angle.of(input))).toList(),
          inputs.stream().map(rules::get).toList());
    }

    private GateCall split(GateCall call) {
      List<Angle> angles = new ArrayList<>();
      for (int i = 0; i < call.angles().size(); i++) {
        Angle angle = call.angles().get(i);
        Optional<ShiftRule> rule = angle.isConstant() ? Optional.empty() : ShiftRule.of(call, i);
        if (rule.isPresent()) {
          angles.add(Angle.of(inputFor(angle, rule.get())));
        } else {
          // Only a global phase depends on it, so any number will do.
          angles.add(Angle.of(angle.constant()));
        }
      }
      return new GateCall(call.gate(), call.controls(), angles, call.qubits());
    }

    private Parameter inputFor(Angle angle, ShiftRule rule) {
      Parameter first = angle.terms().get(0).parameter();
      Parameter input = first;
      if (!angle.equals(Angle.of(first)) || occurrences.get(first) > 1) {
        input = freshInput();
        split.add(input);
        meaning.put(input, angle);
      }
      rules.put(input, rule);
      return input;
    }

    private Parameter freshInput() {
      int number = split.size();
      while (!names.add("angle_" + number)) {
        number++;
      }
      return new Parameter("angle_" + number);
    }
  }
}

package io.qhyper.sim;

import io.qhyper.circuit.Circuit;
import java.util.List;
import java.util.Optional;

/**
 * A program planned with its noise.
 *
 * @param plan the program with channels; nothing is left out of it
 * @param engineChoice what runs noise-free circuits or states
 * @param choice how the noise is simulated
 * @param shots draws shots
 * @param means gives expectations
 */
record NoisySimulation(
    Plan plan,
    EngineChoice engineChoice,
    NoiseChoice choice,
    NoisyEngine shots,
    NoisyEngine means) {
  /** With no more qubits, AUTO draws shots from the density matrix where frames do not hold. */
  private static final int MOST_QUBITS_FOR_SHOTS = 8;

  /** With no more qubits, AUTO takes expectations from the density matrix. */
  private static final int MOST_QUBITS_FOR_MEANS = 10;

  /**
   * Plans a program with noise.
   *
   * @throws UnsupportedProgramException if the model touches nothing in it, or the method asked for
   *     does not hold for it
   */
  static NoisySimulation of(
      Circuit circuit, Noise noise, SimulationOptions options, long heapBytes) {
    NoisyProgram program = NoisePlacement.place(circuit, noise.model());
    NoisyPlan plan = NoisyPlanner.plan(program);
    Optional<String> obstacle = FrameBuilder.obstacle(program);
    if (noise.method() == NoiseMethod.FRAMES && obstacle.isPresent()) {
      throw new UnsupportedProgramException(
          "noise method frames cannot run this program: "
              + obstacle.get()
              + "; use trajectories or auto");
    }
    NoiseChoice choice = choose(noise, plan.plan().qubits(), obstacle, program.coverage());
    boolean usesFrames =
        choice.shots() == NoiseMethod.FRAMES || choice.means() == NoiseMethod.FRAMES;
    Optional<Framed> framed =
        usesFrames ? Optional.of(Framed.of(program, plan, options, heapBytes)) : Optional.empty();
    return new NoisySimulation(
        plan.plan(),
        framed.map(Framed::choice).orElseGet(() -> gateByGate(options)),
        choice,
        engine(choice.shots(), plan, framed, heapBytes),
        engine(choice.means(), plan, framed, heapBytes));
  }

  /** Frames on the engine that suits the noise-free circuit. */
  private record Framed(EngineChoice choice, FrameEngine engine) {
    static Framed of(
        NoisyProgram program, NoisyPlan noisy, SimulationOptions options, long heapBytes) {
      FrameProgram frames = FrameBuilder.build(program);
      Plan plan = Planner.plan(frames.circuit());
      Engines engines = new Engines(plan, options);
      EngineChoice choice = engines.choose(heapBytes);
      Engine engine = engines.make(choice, heapBytes);
      return new Framed(choice, new FrameEngine(frames, engine, noisy.misreads()));
    }
  }

  private static NoisyEngine engine(
      NoiseMethod method, NoisyPlan plan, Optional<Framed> framed, long heapBytes) {
    return switch (method) {
      case FRAMES -> framed.orElseThrow().engine();
      case DENSITY -> new DensityEngine(plan, heapBytes);
      case TRAJECTORIES, AUTO -> new TrajectoryEngine(plan, heapBytes);
    };
  }

  private static EngineChoice gateByGate(SimulationOptions options) {
    if (options.engine() != EngineName.AUTO && options.engine() != EngineName.REFERENCE) {
      throw new UnsupportedProgramException(
          "engine "
              + options.engine()
              + " runs noise by frames only; this noise needs engine reference, or auto");
    }
    return new EngineChoice(EngineName.REFERENCE, "this noise is applied gate by gate", List.of());
  }

  private static NoiseChoice choose(
      Noise noise, int qubits, Optional<String> obstacle, NoiseCoverage coverage) {
    if (noise.method() != NoiseMethod.AUTO) {
      return new NoiseChoice(
          noise.model(), noise.method(), noise.method(), "asked for by name", coverage);
    }
    NoiseMethod sampled = obstacle.isEmpty() ? NoiseMethod.FRAMES : NoiseMethod.TRAJECTORIES;
    NoiseMethod shots =
        obstacle.isPresent() && qubits <= MOST_QUBITS_FOR_SHOTS ? NoiseMethod.DENSITY : sampled;
    NoiseMethod means = qubits <= MOST_QUBITS_FOR_MEANS ? NoiseMethod.DENSITY : sampled;
    String reason =
        obstacle
            .map(why -> why + ", which frames cannot do; " + qubits + " qubits")
            .orElse("all errors are Pauli errors; " + qubits + " qubits");
    return new NoiseChoice(noise.model(), shots, means, reason, coverage);
  }
}

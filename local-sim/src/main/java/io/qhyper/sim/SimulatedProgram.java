package io.qhyper.sim;

import io.qhyper.circuit.Circuit;
import io.qhyper.circuit.ClassicalRegister;
import io.qhyper.circuit.Parameter;
import io.qhyper.qasm.QasmReader;
import io.qhyper.random.StreamKey;
import io.qhyper.shots.Counts;
import io.qhyper.shots.ShotRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that is read and planned once and run for many rows of parameter values.
 *
 * <p>Immutable, for many threads at once. Only gates that can reach a measurement, and the qubits
 * that they touch, take part: a program on {@code $53} and {@code $54} costs as much as one on two
 * qubits. What a run costs depends on the engine, which is chosen once per program: see {@link
 * #choice}. The line engine takes two families of 2^(n/2 + g) amplitudes, 16 bytes each, for n such
 * qubits and g couplings across the best cut. The reference engine holds 2^n amplitudes and passes
 * over them once per gate; programs that measure and go on, reset or branch hold up to 12 such
 * states and go through the part after the first such step once per distinct history.
 */
public final class SimulatedProgram {
  private final Plan plan;
  private final EngineChoice choice;
  private final Engine engine;
  private final Optional<NoisySimulation> noisy;

  private SimulatedProgram(
      Plan plan, EngineChoice choice, Engine engine, Optional<NoisySimulation> noisy) {
    this.plan = plan;
    this.choice = choice;
    this.engine = engine;
    this.noisy = noisy;
  }

  /**
   * The program of an OpenQASM 2 or 3 text.
   *
   * @throws io.qhyper.qasm.QasmSyntaxException if the text is none that the reader supports
   * @throws UnsupportedProgramException if the program has no classical register
   * @throws IllegalArgumentException if its definitions expand to too many gates
   */
  public static SimulatedProgram parse(String qasm) {
    return parse(qasm, SimulationOptions.DEFAULT);
  }

  /**
   * The program of an OpenQASM 2 or 3 text, simulated in a certain way.
   *
   * @throws io.qhyper.qasm.QasmSyntaxException if the text is none that the reader supports
   * @throws UnsupportedProgramException if the program has no classical register, or the engine
   *     asked for cannot run it
   * @throws IllegalArgumentException if its definitions expand to too many gates
   */
  public static SimulatedProgram parse(String qasm, SimulationOptions options) {
    return of(QasmReader.read(qasm), options);
  }

  /**
   * The program that a circuit describes: what {@link #parse} makes of its text.
   *
   * @throws UnsupportedProgramException if the circuit has no classical register
   * @throws IllegalArgumentException if its definitions expand to too many gates
   */
  public static SimulatedProgram of(Circuit circuit) {
    return of(circuit, SimulationOptions.DEFAULT);
  }

  /**
   * The program that a circuit describes, simulated in a certain way.
   *
   * @throws UnsupportedProgramException if the circuit has no classical register, or the engine
   *     asked for cannot run it
   * @throws IllegalArgumentException if its definitions expand to too many gates
   */
  public static SimulatedProgram of(Circuit circuit, SimulationOptions options) {
    return of(circuit, options, Runtime.getRuntime().maxMemory() / 16 * 15);
  }

  /** The program, for a heap that can hold the given number of bytes. */
  static SimulatedProgram of(Circuit circuit, SimulationOptions options, long heapBytes) {
    if (circuit.registers().isEmpty()) {
      throw new UnsupportedProgramException(
          "the program has no classical register, so it has no result;"
              + " declare one and measure into it");
    }
    if (options.noise().isPresent()) {
      NoisySimulation noisy =
          NoisySimulation.of(circuit, options.noise().get(), options, heapBytes);
      return new SimulatedProgram(
          noisy.plan(), noisy.engineChoice(), noisy.shots(), Optional.of(noisy));
    }
    Plan plan = Planner.plan(circuit);
    Engines engines = new Engines(plan, options);
    EngineChoice choice = engines.choose(heapBytes);
    return new SimulatedProgram(plan, choice, engines.make(choice, heapBytes), Optional.empty());
  }

  /** Which engine runs the program, and why. */
  public EngineChoice choice() {
    return choice;
  }

  /** How the program's noise is simulated, and why; empty if it has none. */
  public Optional<NoiseChoice> noise() {
    return noisy.map(NoisySimulation::choice);
  }

  /** The inputs, in the order in which rows give their values: that of declaration. */
  public List<Parameter> parameters() {
    return plan.parameters();
  }

  /** Number of qubits that take part: those touched by gates that can reach a measurement. */
  public int qubits() {
    return plan.qubits();
  }

  /** The classical registers, in the order of declaration. */
  public List<ClassicalRegister> registers() {
    return plan.registers();
  }

  /**
   * Runs one row by shots.
   *
   * @throws IllegalArgumentException if the row has the wrong length or a value that is not finite
   * @throws InsufficientMemoryException if the states do not fit in the heap
   * @throws java.util.concurrent.CancellationException soon after the thread is interrupted; its
   *     interrupt flag stays set
   */
  public ShotResult run(ShotRequest request) {
    double[] row = Rows.check(plan, request.parameters());
    long[] words = engine.shots(row, request.shots(), request.key());
    Map<String, Counts> counts = new LinkedHashMap<>();
    Map<String, ShotRecord> memory = new LinkedHashMap<>();
    for (ClassicalRegister register : plan.registers()) {
      ShotRecord shots = RegisterSplit.cut(register, plan.bits(), words);
      counts.put(register.name(), shots.counts());
      if (request.memory() == Memory.KEEP) {
        memory.put(register.name(), shots);
      }
    }
    return new ShotResult(request.shots(), counts, memory);
  }

  /**
   * Runs rows by shots, on several threads at once.
   *
   * <p>The results are in the order of the requests and do not depend on the number of threads nor
   * on how requests are grouped into calls. Fewer threads are used if the states of all would not
   * fit in the heap.
   *
   * @param threads at least 1
   * @throws IllegalArgumentException if {@code threads} is below 1, or as {@link #run(ShotRequest)}
   * @throws InsufficientMemoryException as {@link #run(ShotRequest)}
   * @throws java.util.concurrent.CancellationException likewise
   */
  public List<ShotResult> run(List<ShotRequest> requests, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
    requests.forEach(request -> Rows.check(plan, request.parameters()));
    int most = requests.stream().mapToInt(ShotRequest::shots).max().orElse(1);
    return Batch.run(requests, this::run, Math.min(threads, engine.parallelism(most)));
  }

  /**
   * The noisy mean of a loss over a register, averaged over random errors until it is known well
   * enough; exact by the density matrix.
   *
   * <p>Each sample is the exact mean of one random choice of errors, at the cost of one exact
   * expectation; equal choices share it. Does not depend on the number of threads.
   *
   * @param loss 2^width finite values; only read
   * @param key where the chance comes from
   * @param threads at least 1
   * @throws IllegalStateException if the program has no noise
   * @throws IllegalArgumentException if there is no such register, or the row or the loss does not
   *     fit
   * @throws UnsupportedProgramException if the register is wider than {@value
   *     RegisterDistribution#MAX_WIDTH} bits
   */
  public NoisyMean mean(
      String register,
      double[] row,
      double[] loss,
      Precision precision,
      StreamKey key,
      int threads) {
    NoisyEngine means =
        noisy.orElseThrow(() -> new IllegalStateException("the program has no noise")).means();
    ClassicalRegister found = register(register);
    RegisterDistribution.requireLosses(found, loss);
    double[] checked = Rows.check(plan, row);
    int workers = Math.min(threads, means.parallelism(Averaging.BLOCK));
    return Averaging.until(
        precision,
        key,
        block -> means.losses(found, checked, loss, Averaging.BLOCK, block),
        workers);
  }

  /**
   * The exact distribution of a register of any width for one row, for a program that measures only
   * at its end: marginals and the most probable values.
   *
   * <p>Engine mps reads them off its state; the others list all probabilities, as {@link #exact}.
   *
   * @throws IllegalArgumentException if there is no such register, or the row does not fit
   * @throws UnsupportedProgramException if the program goes on after a measurement, resets a qubit
   *     or branches, or the register is too wide for the engine
   * @throws InsufficientMemoryException if the state does not fit in the heap
   */
  public RegisterOutcomes outcomes(String register, double[] row) {
    ClassicalRegister found = named(register);
    checkTerminal();
    if (noisy.isPresent()) {
      throw new UnsupportedProgramException(
          "marginals and most probable values are those without noise: leave the noise out, or run"
              + " the program by shots");
    }
    return engine.outcomes(found, Rows.check(plan, row));
  }

  /**
   * How far the state that one row is drawn from may be from the exact one: only engine mps with a
   * largest bond leaves anything out. Prepares that state.
   *
   * @throws IllegalArgumentException if the row does not fit
   * @throws InsufficientMemoryException if the state does not fit in the heap
   */
  public Approximation approximation(double[] row) {
    return engine.approximation(Rows.check(plan, row));
  }

  /**
   * The exact distribution of a register, for a program that measures only at its end; under noise
   * for any program that the density matrix can hold.
   *
   * @throws IllegalArgumentException if there is no such register
   * @throws UnsupportedProgramException if its noise is simulated by frames or trajectories, if the
   *     program goes on after a measurement, resets a qubit or branches, or the register is wider
   *     than {@value RegisterDistribution#MAX_WIDTH} bits
   * @throws InsufficientMemoryException if one state does not fit in the heap
   */
  public RegisterDistribution exact(String register) {
    ClassicalRegister found = register(register);
    if (noisy.isPresent()) {
      return new RegisterDistribution(found, plan, noisy.get().means().exact(found));
    }
    checkTerminal();
    return new RegisterDistribution(found, plan, engine.exact(found));
  }

  /** Refuses programs that have no exact distribution without noise. */
  private void checkTerminal() {
    if (!plan.isTerminal()) {
      throw new UnsupportedProgramException(
          "exact distributions need a program that only measures at its end; this one goes on"
              + " after a measurement, resets a qubit or branches: run it by shots");
    }
  }

  /** The register of a name. */
  private ClassicalRegister named(String name) {
    return plan.registers().stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no register " + name + "; there are " + plan.registers()));
  }

  /** The register of a name, if a table can list its values. */
  private ClassicalRegister register(String name) {
    ClassicalRegister found = named(name);
    if (found.width() > RegisterDistribution.MAX_WIDTH) {
      throw new UnsupportedProgramException(
          "exact distributions need a register of at most "
              + RegisterDistribution.MAX_WIDTH
              + " bits, "
              + name
              + " has "
              + found.width()
              + ": run it by shots");
    }
    return found;
  }
}

package io.qhyper.hardware;

import io.qhyper.backend.ibm.ProgramCompiler;
import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompileOptions;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.compile.IsaCompiler;
import io.qhyper.compile.Target;
import java.util.Optional;

/**
 * Compiles programs for a device. What is native to it already stays as it is, so that gates which
 * are repeated on purpose are not cancelled. The last one is kept, so that its layout is found
 * once. Safe for use by several threads.
 */
public final class DeviceCompiler implements ProgramCompiler {
  private final Target target;
  private final CompileOptions options;
  private Optional<Pair> last = Optional.empty();

  private record Pair(Circuit circuit, CompiledCircuit compiled) {}

  /** A compiler for a device. */
  public DeviceCompiler(Target target, CompileOptions options) {
    this.target = target;
    this.options = options;
  }

  /**
   * The circuit in native gates, with what compiling did.
   *
   * @throws io.qhyper.compile.CompileException if the device cannot run it
   */
  public synchronized CompiledCircuit compiled(Circuit circuit) {
    if (last.isEmpty() || !last.get().circuit().equals(circuit)) {
      last = Optional.of(new Pair(circuit, made(circuit)));
    }
    return last.get().compiled();
  }

  private CompiledCircuit made(Circuit circuit) {
    return IsaCompiler.isNative(circuit, target)
        ? IsaCompiler.asGiven(circuit, target)
        : IsaCompiler.compile(circuit, target, options);
  }

  @Override
  public Compiled compile(Circuit circuit) {
    CompiledCircuit compiled = compiled(circuit);
    return new Compiled(compiled.circuit(), compiled.report().durationSeconds());
  }
}

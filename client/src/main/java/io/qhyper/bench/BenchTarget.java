package io.qhyper.bench;

import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompiledCircuit;
import java.util.function.Function;

/**
 * A device that circuits are compiled for before they are timed.
 *
 * @param name of the device
 * @param compiler throws {@link io.qhyper.compile.CompileException} if the device cannot run a
 *     circuit
 */
public record BenchTarget(String name, Function<Circuit, CompiledCircuit> compiler) {}

package io.qhyper.report.page;

import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.compile.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What does not change while a run goes on; the page leaves out what is not known.
 *
 * @param command the command line that repeats the run
 * @param options every option of the run and its value
 * @param problem the problem with the data that the run was begun with
 * @param landscape the losses of all networks, where they are few
 * @param circuit the program that is sent
 * @param device where it runs, on hardware
 * @param notes what could not be found out, and why
 */
public record RunSetting(
    String command,
    Map<String, String> options,
    Optional<Problem> problem,
    Optional<LossTable> landscape,
    Optional<Circuit> circuit,
    Optional<Device> device,
    List<String> notes) {

  /**
   * A device and the program compiled for it.
   *
   * @param program empty if it cannot be compiled any more
   */
  public record Device(Target target, Optional<CompiledCircuit> program) {}
}

package io.qhyper.cli;

import io.qhyper.bnn.LossTable;
import io.qhyper.bnn.Problem;
import io.qhyper.circuit.Circuit;
import io.qhyper.compile.CompileException;
import io.qhyper.compile.CompiledCircuit;
import io.qhyper.compile.IsaCompiler;
import io.qhyper.compile.Target;
import io.qhyper.page.PageWriter;
import io.qhyper.qasm.QasmReader;
import io.qhyper.report.page.RunPage;
import io.qhyper.report.page.RunRecord;
import io.qhyper.report.page.RunSetting;
import io.qhyper.store.FileTrouble;
import io.qhyper.store.RunFolder;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.target.TargetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the pages of training runs out of their folders.
 *
 * @param threads for the enumeration of a problem
 */
record RunPages(Console console, int threads) {
  /** Enumerating so many networks takes a second at most. */
  static final int QUICKLY_ENUMERATED_BITS = 18;

  /** Writes the page of a run whose problem is at hand into its folder. */
  void write(RunFolder folder, RunJournal journal, Problem problem, Optional<LossTable> landscape)
      throws IOException {
    RunSetting setting =
        setting(folder.path(), journal, Optional.of(problem), landscape, new ArrayList<>());
    RunRecord record = RunRecord.of(folder.path(), journal);
    folder.write(RunFolder.PAGE, PageWriter.html(new RunPage(setting).page(record)));
  }

  /** What does not change of a run, its problem made anew from its options. */
  RunSetting setting(Path run, RunJournal journal) throws IOException {
    List<String> notes = new ArrayList<>();
    Optional<Problem> problem = problem(run, journal, notes);
    Optional<LossTable> landscape =
        problem
            .filter(made -> made.bits() <= QUICKLY_ENUMERATED_BITS)
            .map(made -> LossTable.enumerate(made, threads));
    return setting(run, journal, problem, landscape, notes);
  }

  private Optional<Problem> problem(Path run, RunJournal journal, List<String> notes) {
    try {
      Problem problem = command(run, journal).problem();
      if (journal.fact("data").equals(Optional.of(DataDigest.of(problem)))) {
        return Optional.of(problem);
      }
      notes.add("the data have changed since the run; what needs them is left out");
    } catch (IOException e) {
      notes.add("the data cannot be read: " + FileTrouble.message(e));
    } catch (RuntimeException e) {
      notes.add("the problem cannot be made again: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static Map<String, String> options(Path run, RunJournal journal) {
    return OptionsFile.parse(
        run.resolve(RunJournal.FILE), journal.fact("options").orElse("options: {}"));
  }

  private TrainCommand command(Path run, RunJournal journal) {
    Session session = new Session(console, new StopSignal());
    return TrainCommand.of(session, run.resolve(RunJournal.FILE), options(run, journal), List.of());
  }

  private RunSetting setting(
      Path run,
      RunJournal journal,
      Optional<Problem> problem,
      Optional<LossTable> landscape,
      List<String> notes)
      throws IOException {
    Map<String, String> options = options(run, journal);
    Optional<Circuit> circuit = circuit(run);
    return new RunSetting(
        OptionsFile.commandLine("train", options),
        options,
        problem,
        landscape,
        circuit,
        device(run, journal, circuit, notes),
        notes);
  }

  private static Optional<Circuit> circuit(Path run) throws IOException {
    Path file = run.resolve(RunFolder.CIRCUIT);
    return Files.isRegularFile(file)
        ? Optional.of(QasmReader.read(Files.readString(file)))
        : Optional.empty();
  }

  private Optional<RunSetting.Device> device(
      Path run, RunJournal journal, Optional<Circuit> circuit, List<String> notes)
      throws IOException {
    Path file = run.resolve(RunFolder.TARGET);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Target target = TargetFile.read(file);
    Optional<CompiledCircuit> program = Optional.empty();
    try {
      if (circuit.isPresent()) {
        program =
            Optional.of(
                IsaCompiler.compile(circuit.get(), target, command(run, journal).compileOptions()));
      }
    } catch (CompileException | IllegalArgumentException e) {
      notes.add("the circuit cannot be placed on the device: " + e.getMessage());
    }
    return Optional.of(new RunSetting.Device(target, program));
  }
}

package io.qhyper.cli;

import io.qhyper.backend.ibm.Device;
import io.qhyper.backend.ibm.DeviceStatus;
import io.qhyper.backend.ibm.DeviceSummary;
import io.qhyper.backend.ibm.IbmService;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qhyper backends}: the quantum computers of the instance. */
@Command(
    footer = {
      "",
      "list prints all, show describes one, status tells whether one takes jobs now.",
      "",
      "Example: qhyper backends show ibm_fez"
    })
final class BackendsCommand implements Callable<Integer> {
  /** What to do. */
  enum Action {
    LIST,
    SHOW,
    STATUS
  }

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      defaultValue = "list",
      description = "list (default), show or status.")
  private Action action;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The device to show.")
  private String name;

  @Mixin private IbmConnection connection;
  @Mixin private CommonOptions common;

  BackendsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (action != Action.LIST && name == null) {
      throw new ParameterException(
          spec.commandLine(), "which device? Give its NAME; 'qhyper backends' lists them");
    }
    ResultOutput output = new ResultOutput(session.console(), common);
    try (IbmService service = connection.open(session)) {
      switch (action) {
        case LIST -> list(service, output);
        case SHOW -> show(service, output);
        case STATUS -> status(service, output);
      }
    }
    return ExitCode.OK;
  }

  /** A line of {@code --json}; the error is null if unknown. */
  record Line(
      String name,
      String status,
      int qubits,
      int queueLength,
      String processor,
      Double layeredTwoQubitError) {}

  private static void list(IbmService service, ResultOutput output) throws IOException {
    List<Line> lines = service.devices().stream().map(BackendsCommand::line).toList();
    Table table = new Table("NAME", "STATUS", "QUBITS", "QUEUE", "PROCESSOR", "2Q ERROR");
    for (Line line : lines) {
      Object error = line.layeredTwoQubitError() == null ? "-" : line.layeredTwoQubitError();
      table.line(
          line.name(), line.status(), line.qubits(), line.queueLength(), line.processor(), error);
    }
    output.write(lines, table.text());
  }

  private static Line line(Device device) {
    return new Line(
        device.name(),
        device.status(),
        device.qubits(),
        device.queueLength(),
        device.processor(),
        device.layeredError().isPresent() ? device.layeredError().getAsDouble() : null);
  }

  private void show(IbmService service, ResultOutput output) throws IOException {
    DeviceSummary device = service.deviceSummary(name);
    String text =
        new Table("name", device.name())
            .line("qubits", device.qubits())
            .line("gates", String.join(" ", device.gates()))
            .line("couplings", device.couplings() + " ordered pairs")
            .line("repetition delay", device.repetitionDelay() + " us")
            .line("calibrated", device.calibrated().isEmpty() ? "-" : device.calibrated())
            .text();
    output.write(device, text);
  }

  private void status(IbmService service, ResultOutput output) throws IOException {
    DeviceStatus status = service.deviceStatus(name);
    String text =
        "%s: %s%s, %s, %d jobs wait\n"
            .formatted(
                status.name(),
                status.status(),
                status.message().isEmpty() ? "" : " (" + status.message() + ")",
                status.usable() ? "runs jobs" : "runs no jobs now",
                status.queueLength());
    output.write(status, Printable.line(text.strip()) + "\n");
  }
}

package io.qhyper.cli;

import io.qhyper.backend.JobId;
import io.qhyper.backend.JobState;
import io.qhyper.backend.ibm.IbmJob;
import io.qhyper.backend.ibm.IbmService;
import io.qhyper.backend.ibm.JobQuery;
import io.qhyper.shots.Counts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qhyper jobs}: the jobs of the instance. */
@Command(
    footer = {
      "",
      "list prints the newest, show describes one, results prints its counts, logs what it logged,",
      "cancel stops it, delete removes an ended job and all its data from the service for good.",
      "",
      "Example: qhyper jobs list --limit 5"
    })
final class JobsCommand implements Callable<Integer> {
  /** What to do. */
  enum Action {
    LIST,
    SHOW,
    RESULTS,
    LOGS,
    CANCEL,
    DELETE
  }

  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      defaultValue = "list",
      description = "list (default), show, results, logs, cancel or delete.")
  private Action action;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The job.")
  private String id;

  @Option(names = "--tag", paramLabel = "TAG", description = "List jobs with this tag only.")
  private String tag;

  @Option(names = "--on", paramLabel = "NAME", description = "List jobs of this device only.")
  private String device;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "List so many at most, 1 to 200 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private IbmConnection connection;
  @Mixin private CommonOptions common;

  JobsCommand(Session session) {
    this.session = session;
  }

  /**
   * What {@code --json} prints of a job.
   *
   * @param qpuSeconds time charged; null if unknown
   */
  record Line(
      String id,
      String status,
      String backend,
      String created,
      Double qpuSeconds,
      List<String> tags,
      String reason) {
    static Line of(IbmJob job) {
      return new Line(
          job.id().value(),
          job.status(),
          job.backend(),
          job.created().map(IsoTime::text).orElse(""),
          job.usage().qpuSeconds().isPresent() ? job.usage().qpuSeconds().getAsDouble() : null,
          job.tags(),
          job.state() instanceof JobState.Failed failed ? failed.reason() : job.reason());
    }

    String seconds() {
      return qpuSeconds == null ? "-" : qpuSeconds.toString();
    }
  }

  /** What {@code --json} prints of a register of one circuit, numbered from 0. */
  record Measured(int circuit, String register, Map<String, Long> counts) {}

  /** What {@code --json} prints of a cancelled job. */
  record Cancelled(String id, boolean stopped) {}

  /** What {@code --json} prints of what a job logged. */
  record Logged(String id, String text) {}

  /** What {@code --json} prints of a deleted job. */
  record Deleted(String id, boolean deleted) {}

  @Override
  public Integer call() throws IOException {
    if (action != Action.LIST && id == null) {
      throw new ParameterException(
          spec.commandLine(), "which job? Give its ID; 'qhyper jobs' lists them");
    }
    ResultOutput output = new ResultOutput(session.console(), common);
    try (IbmService service = connection.open(session)) {
      switch (action) {
        case LIST -> list(service, output);
        case SHOW -> show(service, output);
        case RESULTS -> results(service, output);
        case LOGS -> logs(service, output);
        case CANCEL -> cancel(service, output);
        case DELETE -> delete(service, output);
      }
    }
    return ExitCode.OK;
  }

  private void list(IbmService service, ResultOutput output) throws IOException {
    JobQuery query =
        new JobQuery(
            Optional.ofNullable(tag).stream().toList(), Optional.ofNullable(device), limit);
    List<Line> lines = service.jobs(query).stream().map(Line::of).toList();
    Table table = new Table("ID", "STATUS", "BACKEND", "CREATED", "QPU S", "TAGS");
    for (Line line : lines) {
      table.line(
          line.id(),
          line.status(),
          line.backend(),
          line.created(),
          line.seconds(),
          String.join(" ", line.tags()));
    }
    output.write(lines, table.text());
  }

  private void show(IbmService service, ResultOutput output) throws IOException {
    Line line = Line.of(service.job(new JobId(id)));
    String text =
        new Table("job", line.id())
            .line("status", line.status())
            .line("reason", line.reason().isEmpty() ? "-" : line.reason())
            .line("backend", line.backend())
            .line("created", line.created())
            .line("charged", line.seconds() + " s")
            .line("tags", String.join(" ", line.tags()))
            .text();
    output.write(line, text);
  }

  private void results(IbmService service, ResultOutput output) throws IOException {
    List<Map<String, Counts>> rows = JobRows.fetch(service, id).rows();
    List<Measured> measured = new ArrayList<>();
    Table table = new Table("CIRCUIT", "REGISTER", "BITS", "COUNT");
    for (int circuit = 0; circuit < rows.size(); circuit++) {
      for (Map.Entry<String, Counts> entry : rows.get(circuit).entrySet()) {
        Map<String, Long> counts = new LinkedHashMap<>();
        entry.getValue().toMap().forEach((bits, count) -> counts.put(bits.toString(), count));
        measured.add(new Measured(circuit, entry.getKey(), counts));
        for (Map.Entry<String, Long> count : counts.entrySet()) {
          table.line(circuit, entry.getKey(), count.getKey(), count.getValue());
        }
      }
    }
    output.write(measured, table.text());
  }

  private void logs(IbmService service, ResultOutput output) throws IOException {
    String text = service.logs(new JobId(id));
    if (text.isEmpty()) {
      service.job(new JobId(id)); // tells if there is no such job
    }
    output.write(
        new Logged(id, text),
        text.isEmpty() ? "job " + id + " has no log\n" : Printable.lines(text));
  }

  private void delete(IbmService service, ResultOutput output) throws IOException {
    if (!service.delete(new JobId(id))) {
      throw new IllegalArgumentException(
          "there is no job '"
              + id
              + "' for this instance; 'qhyper jobs list' shows those there are");
    }
    output.write(new Deleted(id, true), "job " + id + " is deleted at the service\n");
  }

  private void cancel(IbmService service, ResultOutput output) throws IOException {
    boolean stopped = service.cancel(new JobId(id));
    output.write(
        new Cancelled(id, stopped),
        "job " + id + (stopped ? " is asked to stop\n" : " had ended already\n"));
  }
}

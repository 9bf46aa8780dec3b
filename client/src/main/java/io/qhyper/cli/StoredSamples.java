package io.qhyper.cli;

import io.qhyper.backend.ibm.IbmService;
import io.qhyper.bnn.LossCache;
import io.qhyper.compare.Provenance;
import io.qhyper.hybrid.LossEstimate;
import io.qhyper.hybrid.MeasuredGradient;
import io.qhyper.hybrid.Method;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.random.Purpose;
import io.qhyper.report.ComparedSample;
import io.qhyper.report.CountsFile;
import io.qhyper.shots.Counts;
import io.qhyper.store.journal.RunJournal;
import io.qhyper.store.journal.Shots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what was measured before: by runs, by single jobs, or as a file of counts. */
record StoredSamples(Session session, CommonOptions common, IbmConnection connection) {
  private static final String SERVICE_JOB = "job:";
  private static final Pattern JOB = Pattern.compile("(.+)#([0-9]{1,9})(?:\\.([0-9]{1,9}))?");
  private static final Set<Purpose> OF_THE_PROGRAM =
      Set.of(Purpose.GRADIENT, Purpose.EVALUATION, Purpose.CONFIRMATION, Purpose.SENTINEL);
  private static final Pattern ROW = Pattern.compile("(\\w[\\w-]*)(?:\\.([0-9]{1,9}))?");

  /**
   * A sample with what else could be run.
   *
   * @param circuit the run's program and angles; empty where they are not known
   */
  record Stored(ComparedSample sample, Optional<KeptCircuit> circuit) {}

  /**
   * Reads a sample.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  Stored read(String name) throws IOException {
    if (name.startsWith(SERVICE_JOB)) {
      return serviceJob(name);
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      return run(name, path);
    } else if (Files.exists(path)) {
      Counts counts = only(name, CountsFile.read(path));
      return unknown(name, "unknown", counts);
    }
    Matcher job = JOB.matcher(name);
    if (job.matches() && Files.isDirectory(Path.of(job.group(1)))) {
      return job(name, Path.of(job.group(1)), Long.parseLong(job.group(2)), row(job.group(3)));
    }
    throw new IllegalArgumentException(
        "'"
            + name
            + "' is neither a run's folder, RUN#JOB, a file of run --json, job:ID, local[:...] nor"
            + " ibm:NAME");
  }

  private static Stored unknown(String name, String backend, Counts counts) {
    return new Stored(
        new ComparedSample(
            name,
            backend,
            Provenance.UNKNOWN,
            counts,
            Optional.empty(),
            List.of(),
            Optional.empty()),
        Optional.empty());
  }

  private Stored serviceJob(String name) throws IOException {
    Matcher job = ROW.matcher(name.substring(SERVICE_JOB.length()));
    if (!job.matches()) {
      throw new IllegalArgumentException("expected job:ID or job:ID.ROW, got '" + name + "'");
    }
    try (IbmService service = connection.open(session)) {
      JobRows found = JobRows.fetch(service, job.group(1));
      int row = rowOf(name, row(job.group(2)), found.rows().size());
      return unknown(name, "ibm:" + found.job().backend(), only(name, found.rows().get(row)));
    }
  }

  private static OptionalInt row(String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  /** The row that is named, or the only one there is. */
  private static int rowOf(String name, OptionalInt named, int rows) {
    int row = named.orElse(rows - 1);
    if (row >= rows || (named.isEmpty() && rows != 1)) {
      throw new IllegalArgumentException(
          "%s has %d circuits; name one by .0 to .%d at its end".formatted(name, rows, rows - 1));
    }
    return row;
  }

  /** The register of networks, or the only one. */
  private static Counts only(String name, Map<String, Counts> registers) {
    if (registers.containsKey(TrainingProgram.REGISTER)) {
      return registers.get(TrainingProgram.REGISTER);
    } else if (registers.size() == 1) {
      return registers.values().iterator().next();
    }
    throw new IllegalArgumentException(
        "%s has the registers %s; expected one, or one named %s"
            .formatted(name, String.join(", ", registers.keySet()), TrainingProgram.REGISTER));
  }

  private Stored run(String name, Path folder) throws IOException {
    try (RunJournal journal = RunJournal.read(folder, session.console().clock())) {
      KeptRun run = KeptRun.of(session, folder, journal);
      LossCache losses = new LossCache(run.plan().problem(), common.threads());
      Shots.Job job =
          journal.shots().jobs().stream()
              .filter(candidate -> isConfirmation(run, candidate))
              .min(
                  Comparator.comparingDouble(candidate -> loss(losses, journal.shots(), candidate)))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "run %s has not confirmed its result yet; finish it with 'qhyper resume %s', or name a job: %s#JOB"
                              .formatted(name, name, name)));
      return stored(name, run, journal, job, 0, gradients(run, losses, journal.shots()));
    }
  }

  /** A run by shots compares two candidates before it confirms the better one. */
  private static boolean isConfirmation(KeptRun run, Shots.Job job) {
    long iteration = run.plan().method().byShots() ? 1 : 0;
    return job.purpose() == Purpose.CONFIRMATION && job.iteration() == iteration;
  }

  private static double loss(LossCache losses, Shots shots, Shots.Job job) {
    Counts counts = shots.register(job, TrainingProgram.REGISTER).get(0);
    return LossEstimate.of(counts, losses.losses(counts)).mean();
  }

  private Stored job(String name, Path folder, long number, OptionalInt named) throws IOException {
    try (RunJournal journal = RunJournal.read(folder, session.console().clock())) {
      Shots.Job job =
          journal.shots().jobs().stream()
              .filter(candidate -> candidate.number() == number)
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "run %s has no completed job %d; 'qhyper runs export %s --shots' lists them"
                              .formatted(folder, number, folder)));
      if (!OF_THE_PROGRAM.contains(job.purpose())) {
        throw new IllegalArgumentException(
            "job %d of run %s is a %s, which runs other circuits than the run's program"
                .formatted(number, folder, job.purpose().name().toLowerCase(Locale.ROOT)));
      }
      int row = rowOf(name, named, job.circuits());
      return stored(name, KeptRun.of(session, folder, journal), journal, job, row, List.of());
    }
  }

  private static Stored stored(
      String name,
      KeptRun run,
      RunJournal journal,
      Shots.Job job,
      int row,
      List<MeasuredGradient> gradients) {
    double[] inputs = journal.shots().inputs(job).get(row);
    Provenance provenance = Provenance.of(run.program().text(), inputs);
    return new Stored(
        new ComparedSample(
            name,
            journal.fact("backend").orElse("unknown"),
            run.compiled().map(provenance::compiledTo).orElse(provenance),
            journal.shots().register(job, TrainingProgram.REGISTER).get(row),
            run.mitigation(),
            gradients,
            Optional.empty()),
        Optional.of(new KeptCircuit(run.plan().problem(), run.program(), inputs, job.shots())));
  }

  private static List<MeasuredGradient> gradients(KeptRun run, LossCache losses, Shots shots) {
    if (!(run.plan().method() instanceof Method.ShiftByShots)) {
      return List.of();
    }
    return shots.jobs().stream()
        .filter(job -> job.purpose() == Purpose.GRADIENT && isShown(job.iteration()))
        .map(
            job ->
                MeasuredGradient.of(
                    run.program(),
                    losses,
                    job.restart().orElse(0),
                    job.iteration(),
                    shots.inputs(job),
                    shots.register(job, TrainingProgram.REGISTER)))
        .toList();
  }

  /** Steps 0, 1, 2, 5, 10, 20, 50 …: few, and the same ones of every run. */
  private static boolean isShown(long iteration) {
    long digit = iteration;
    while (digit > 0 && digit % 10 == 0) {
      digit /= 10;
    }
    return digit == 0 || digit == 1 || digit == 2 || digit == 5;
  }
}

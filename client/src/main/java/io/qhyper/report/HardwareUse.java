package io.qhyper.report;

import io.qhyper.store.journal.Charges;
import io.qhyper.store.journal.RunJournal;
import java.util.Locale;

/**
 * What a run used of a quantum computer.
 *
 * @param jobs that the service took
 * @param qpuSeconds charged so far
 * @param unsettledJobs of them that wait, run, or have no known charge yet
 * @param unknownJobs of them that the service has lost, so that their charge will not be known;
 *     null without such
 * @param sessionSeconds the part of {@code qpuSeconds} that sessions are charged by their clock;
 *     null without sessions
 */
public record HardwareUse(
    long jobs, double qpuSeconds, long unsettledJobs, Long unknownJobs, Double sessionSeconds) {
  /** The use by a run; null for one that sent nothing to a service. */
  static HardwareUse of(RunJournal journal) {
    Charges charges = journal.charges();
    return charges.jobs() == 0
        ? null
        : new HardwareUse(
            charges.jobs(),
            charges.seconds(),
            charges.unsettled(),
            unknown(charges),
            sessions(charges));
  }

  private static Long unknown(Charges charges) {
    long jobs = charges.unknown();
    return jobs == 0 ? null : (Long) jobs;
  }

  private static Double sessions(Charges charges) {
    double seconds = charges.sessionSeconds();
    return seconds == 0 ? null : (Double) seconds;
  }

  /** For people. */
  String text() {
    return String.format(
        Locale.ROOT,
        "%,d jobs, %.1f s charged%s%s%s",
        jobs,
        qpuSeconds,
        sessionSeconds == null
            ? ""
            : String.format(Locale.ROOT, " (%.1f s by the clock of sessions)", sessionSeconds),
        unsettledJobs == 0
            ? ""
            : String.format(Locale.ROOT, ", %,d jobs not charged yet", unsettledJobs),
        unknownJobs == null
            ? ""
            : String.format(Locale.ROOT, ", the charge of %,d lost jobs is unknown", unknownJobs));
  }
}

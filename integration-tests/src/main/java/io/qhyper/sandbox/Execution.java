package io.qhyper.sandbox;

import io.qhyper.random.StreamKey;
import io.qhyper.sim.Memory;
import io.qhyper.sim.ShotRequest;
import io.qhyper.sim.ShotResult;
import java.util.ArrayList;
import java.util.List;

/**
 * What a job runs. Programs are read when somebody first asks whether they are valid, and simulated
 * when somebody first asks for results.
 */
final class Execution {
  private static final int V1 = 1515;

  private final Submitted job;
  private final DeviceRules rules;
  private final StreamKey stream;
  private List<Program> programs;
  private Outcome verdict;

  /**
   * The execution of a job.
   *
   * @param stream of its first row; the others have the following circuits
   */
  Execution(Submitted job, DeviceRules rules, StreamKey stream) {
    this.job = job;
    this.rules = rules;
    this.stream = stream;
  }

  /** Whether the device takes the programs. */
  synchronized Outcome verdict() {
    if (verdict == null) {
      verdict = checked();
    }
    return verdict;
  }

  private Outcome checked() {
    if (!job.isVersion2()) {
      return Outcome.failed(
          V1, "V1 primitives are not supported.", "Send params.version 2 with the job.");
    }
    try {
      programs();
      return Outcome.COMPLETED;
    } catch (Program.Invalid e) {
      return e.outcome();
    }
  }

  private List<Program> programs() throws Program.Invalid {
    if (programs == null) {
      List<Program> list = new ArrayList<>();
      for (Pub pub : job.pubs()) {
        list.add(Program.of(pub, rules));
      }
      programs = list;
    }
    return programs;
  }

  /** Number of programs. */
  int pubs() {
    return job.pubs().size();
  }

  /** Circuits × rows × shots. */
  long executions() {
    return job.executions();
  }

  /**
   * What the rows of one program measure, the same at each call; for jobs that are valid. Two
   * threads may ask at once.
   */
  List<ShotResult> run(int pub) {
    Program program;
    long first = 0;
    synchronized (this) {
      try {
        program = programs().get(pub);
      } catch (Program.Invalid e) {
        throw new IllegalStateException("only valid jobs have results", e);
      }
    }
    for (int before = 0; before < pub; before++) {
      first += job.pubs().get(before).rows();
    }
    List<ShotResult> results = new ArrayList<>();
    for (double[] row : program.rows()) {
      StreamKey key = stream.withCircuit(stream.circuit() + first + results.size());
      results.add(
          program.simulated().run(new ShotRequest(row, program.pub().shots(), key, Memory.KEEP)));
    }
    return results;
  }

  /** Whether the samples of a program are nested by row. */
  boolean isTable(int pub) {
    return job.pubs().get(pub).values() instanceof Pub.Table;
  }

  /** Lets go of the programs; they are read again when they are needed. */
  synchronized void forget() {
    programs = null;
  }
}

package io.qhyper.cli;

import io.qhyper.backend.ibm.IbmSession;
import io.qhyper.backend.ibm.JobForecast;
import io.qhyper.backend.ibm.Prices;
import io.qhyper.backend.ibm.QpuTime;
import io.qhyper.compile.CompileReport;
import io.qhyper.hardware.IbmRuns;
import io.qhyper.hardware.SpendingLimits;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.plan.Alternative;
import io.qhyper.plan.Load;
import io.qhyper.plan.RunForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code plan --json} prints. Seconds are those of a quantum computer; {@code rule} is the
 * service's short form, {@code circuit} the estimate by the compiled circuit.
 *
 * @param rowsSentAs text or rows
 * @param upperBound whether a rule may end the run earlier, which then sends less
 * @param total of the run
 * @param capMargin factor between the estimate by the circuit and the cap sent with a job
 * @param chargedByTheClock whether a session costs all the time, so that seconds are the least
 * @param limit what may be spent; null without a limit
 */
record PlanResult(
    String problem,
    int bits,
    String device,
    int liveParameters,
    double successProbability,
    String rowsSentAs,
    long steps,
    int restarts,
    boolean upperBound,
    List<Request> requests,
    Total total,
    Seconds rule,
    Seconds circuit,
    double capMargin,
    boolean chargedByTheClock,
    Limit limit,
    List<Money> money,
    String pricesAsOf,
    List<Line> ways) {

  /** One kind of request; the numbers are of one of them. */
  record Request(
      String purpose,
      long times,
      long rows,
      int shots,
      long executions,
      long circuits,
      long jobs,
      long payloadBytes,
      int costCapSeconds) {
    static Request of(RunForecast.Request request) {
      Load each = request.each();
      return new Request(
          request.purpose().name().toLowerCase(Locale.ROOT),
          request.times(),
          each.rows(),
          request.shots(),
          each.executions(),
          each.circuits(),
          each.jobs(),
          each.bytes(),
          each.cap());
    }
  }

  /** All of the run. */
  record Total(long jobs, long circuits, long rows, long executions, long payloadBytes) {
    static Total of(Load load) {
      return new Total(load.jobs(), load.circuits(), load.rows(), load.executions(), load.bytes());
    }
  }

  /**
   * Time by one estimate.
   *
   * @param repetitionDelay seconds between executions
   * @param circuitTime seconds of one execution
   * @param perStep on average, without the end of a restart
   * @param freeSteps steps of one restart that the free time of the open plan buys, its end
   *     included
   */
  record Seconds(
      double repetitionDelay, double circuitTime, double perStep, double total, long freeSteps) {
    static Seconds of(RunForecast forecast, QpuTime time) {
      return new Seconds(
          time.repetitionDelay(),
          time.circuitTime(),
          forecast.secondsPerStep(time),
          forecast.seconds(time),
          forecast.stepsWithin(Prices.FREE, time));
    }
  }

  /**
   * Whether the run would be stopped.
   *
   * @param passedByRule the limit that the estimate by the rule passes; null if it passes none
   * @param passedByCircuit the same of the estimate by the circuit, which the run is held to
   */
  record Limit(String passedByRule, String passedByCircuit) {
    static Limit of(SpendingLimits limits, Seconds rule, Seconds circuit) {
      return limits.isNone()
          ? null
          : new Limit(
              passed(limits, rule.total()),
              passed(limits, (circuit == null ? rule : circuit).total()));
    }

    private static String passed(SpendingLimits limits, double seconds) {
      String limit = limits.passedBy(seconds);
      return limit.isEmpty() ? null : limit;
    }
  }

  /** US dollars by one plan. */
  record Money(String plan, double rule, Double circuit, String terms) {}

  /**
   * One way to train; the first is the one asked for. Seconds and dollars by the rule, dollars for
   * pay-as-you-go.
   */
  record Line(
      String way,
      double jobsPerStep,
      double rowsPerStep,
      double executionsPerStep,
      double secondsPerStep,
      long jobs,
      long executions,
      double seconds,
      double dollars,
      long freeSteps) {
    static Line of(String way, RunForecast forecast) {
      double steps = Math.max(1, forecast.stepCount());
      double seconds = forecast.seconds(QpuTime.TYPICAL);
      return new Line(
          way,
          forecast.steps().jobs() / steps,
          forecast.steps().rows() / steps,
          forecast.steps().executions() / steps,
          forecast.secondsPerStep(QpuTime.TYPICAL),
          forecast.total().jobs(),
          forecast.total().executions(),
          seconds,
          Prices.PAY_AS_YOU_GO.dollars(seconds),
          forecast.stepsWithin(Prices.FREE, QpuTime.TYPICAL));
    }
  }

  static PlanResult of(
      TrainingPlan plan,
      TrainingProgram program,
      IbmRuns runs,
      Optional<IbmSession.Mode> mode,
      SpendingLimits limits) {
    JobForecast jobs = new JobForecast(program.text(), runs.options(), runs.compiler());
    RunForecast forecast = RunForecast.of(plan, program, jobs);
    CompileReport report = runs.compiled().report();
    Seconds rule = Seconds.of(forecast, QpuTime.TYPICAL);
    Seconds circuit =
        report.durationSeconds().isEmpty() ? null : Seconds.of(forecast, runs.options().time());
    List<Line> ways = new ArrayList<>(List.of(Line.of("as asked", forecast)));
    for (Alternative other : Alternative.of(plan, program.liveParameters())) {
      ways.add(Line.of(other.name(), RunForecast.of(other.plan(), program, jobs)));
    }
    return new PlanResult(
        plan.problem().name(),
        plan.problem().bits(),
        runs.device().name(),
        program.liveParameters(),
        report.successProbability(),
        jobs.isByRows() ? "rows" : "text",
        plan.stopRules().iterations(),
        plan.restarts(),
        forecast.mayEndEarly(),
        forecast.requests().stream().map(Request::of).toList(),
        Total.of(forecast.total()),
        rule,
        circuit,
        runs.options().margin(),
        mode.equals(Optional.of(IbmSession.Mode.DEDICATED)),
        Limit.of(limits, rule, circuit),
        money(rule, circuit),
        Prices.AS_OF.toString(),
        ways);
  }

  private static List<Money> money(Seconds rule, Seconds circuit) {
    return Prices.PLANS.stream()
        .map(
            plan ->
                new Money(
                    plan.name(),
                    plan.dollars(rule.total()),
                    circuit == null ? null : (Double) plan.dollars(circuit.total()),
                    plan.terms()))
        .toList();
  }
}

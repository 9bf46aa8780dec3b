package io.qhyper.cli;

import io.qhyper.backend.ibm.Prices;
import java.util.Locale;

/** A plan for people. */
final class PlanText {
  private PlanText() {}

  static String of(PlanResult plan) {
    StringBuilder text = new StringBuilder();
    line(text, "problem", plan.problem() + ", " + plan.bits() + " bits");
    line(
        text,
        "device",
        "%s, %s of all executions run without an error"
            .formatted(plan.device(), number("%.3g %%", 100 * plan.successProbability())));
    line(
        text,
        "sent as",
        plan.rowsSentAs().equals("rows")
            ? "one program with rows of values for each job"
            : "one bound program for each row");
    line(
        text,
        "run",
        "%,d steps, %d restart%s%s"
            .formatted(
                plan.steps(),
                plan.restarts(),
                plan.restarts() == 1 ? "" : "s",
                plan.upperBound() ? "; at most, a stop rule may end it earlier" : ""));
    text.append('\n').append(requests(plan)).append('\n');
    seconds(text, "by the rule", plan.rule());
    if (plan.circuit() == null) {
      line(text, "by the circuit", "unknown: the device does not give the length of every gate");
    } else {
      seconds(text, "by the circuit", plan.circuit());
    }
    if (plan.chargedByTheClock()) {
      line(
          text, "", "a session is charged by the clock while it is active: this is the least, and");
      line(text, "", "limits count the clock");
    }
    if (plan.limit() != null) {
      line(text, "limit", limit(plan.limit()));
    }
    for (PlanResult.Money money : plan.money()) {
      line(text, money.plan(), dollars(money));
    }
    line(text, "", Prices.CAUTION);
    text.append('\n').append(ways(plan));
    text.append("Seconds of this table by the rule, dollars by pay-as-you-go, free steps of one\n")
        .append("restart in ")
        .append(Prices.FREE.toMinutes())
        .append(" minutes. Spsa and coordinates need more steps than a gradient to get as far.\n");
    text.append(
        number(
            "CAP, sent with each job, is the estimate by the circuit times %.3g.\n",
            plan.capMargin()));
    return text.toString();
  }

  private static String limit(PlanResult.Limit limit) {
    if (limit.passedByCircuit() != null) {
      return "the run would pass "
          + limit.passedByCircuit()
          + " and be stopped before its end"
          + (limit.passedByRule() == null ? ", though not by the rule" : "");
    }
    return limit.passedByRule() == null
        ? "the run stays within it"
        : "by the rule the run would pass "
            + limit.passedByRule()
            + ", by the circuit, which it is held to, it stays within it";
  }

  private static String requests(PlanResult plan) {
    Table table =
        new Table(
            "REQUEST", "TIMES", "ROWS", "SHOTS", "EXECUTIONS", "CIRCUITS", "JOBS", "BYTES", "CAP");
    for (PlanResult.Request request : plan.requests()) {
      table.line(
          request.purpose(),
          count(request.times()),
          count(request.rows()),
          count(request.shots()),
          count(request.executions()),
          count(request.circuits()),
          count(request.jobs()),
          count(request.payloadBytes()),
          request.costCapSeconds() + " s");
    }
    PlanResult.Total all = plan.total();
    return table
        .line(
            "in all",
            "",
            count(all.rows()),
            "",
            count(all.executions()),
            count(all.circuits()),
            count(all.jobs()),
            count(all.payloadBytes()),
            "")
        .text();
  }

  private static void seconds(StringBuilder text, String name, PlanResult.Seconds seconds) {
    line(
        text,
        name,
        number("%,.1f s", seconds.total())
            + number(", %.2f s a step", seconds.perStep())
            + number(" (2 s a job + executions x (%.0f us", 1e6 * seconds.repetitionDelay())
            + number(" + %.1f us)); ", 1e6 * seconds.circuitTime())
            + count(seconds.freeSteps())
            + " steps in "
            + Prices.FREE.toMinutes()
            + " free minutes");
  }

  private static String dollars(PlanResult.Money money) {
    if (money.rule() == 0) {
      return money.terms();
    }
    String byCircuit =
        money.circuit() == null ? "" : number(", %,.2f USD by the circuit", money.circuit());
    return number("%,.2f USD by the rule", money.rule())
        + byCircuit
        + (money.terms().isEmpty() ? "" : " (" + money.terms() + ")");
  }

  private static String ways(PlanResult plan) {
    Table table =
        new Table(
            "WAY",
            "JOBS/STEP",
            "ROWS/STEP",
            "EXEC/STEP",
            "S/STEP",
            "JOBS",
            "EXECUTIONS",
            "SECONDS",
            "USD",
            "FREE STEPS");
    for (PlanResult.Line way : plan.ways()) {
      table.line(
          way.way(),
          short1(way.jobsPerStep()),
          short1(way.rowsPerStep()),
          short1(way.executionsPerStep()),
          number("%.2f", way.secondsPerStep()),
          count(way.jobs()),
          count(way.executions()),
          number("%,.1f", way.seconds()),
          number("%,.2f", way.dollars()),
          count(way.freeSteps()));
    }
    return table.text();
  }

  private static String short1(double value) {
    return value == Math.rint(value) ? count((long) value) : number("%,.1f", value);
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-15s %s", name, value).stripTrailing()).append('\n');
  }
}

package io.qhyper.plan;

import io.qhyper.backend.JobRequest;
import io.qhyper.backend.ibm.JobForecast;
import io.qhyper.backend.ibm.QpuTime;
import io.qhyper.hybrid.StopRules;
import io.qhyper.hybrid.TrainingPlan;
import io.qhyper.hybrid.TrainingProgram;
import io.qhyper.hybrid.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a training run asks of a service if nothing ends it early. Jobs that fail and are sent again
 * come on top.
 */
public final class RunForecast {
  /** A run of free time ends by then, however little a step takes. */
  private static final long MOST_STEPS = 1_000_000;

  private final Workload workload;
  private final JobForecast jobs;
  private final int iterations;
  private final int restarts;
  private final StopRules rules;
  private final Map<List<Integer>, Load> known = new HashMap<>();
  private final Map<Workload.Purpose, Request> requests = new EnumMap<>(Workload.Purpose.class);
  private Load steps = Load.NONE;
  private Load total = Load.NONE;

  /**
   * One kind of request of the run.
   *
   * @param times how often it is made in the run
   * @param shots of each row
   * @param each what one of them asks for
   */
  public record Request(Workload.Purpose purpose, long times, int shots, Load each) {}

  private RunForecast(TrainingPlan plan, TrainingProgram program, JobForecast jobs) {
    this.workload = new Workload(plan, program);
    this.jobs = jobs;
    this.iterations = plan.stopRules().iterations();
    this.restarts = plan.restarts();
    this.rules = plan.stopRules();
  }

  /**
   * The forecast of a plan.
   *
   * @param jobs for the plan's program
   * @throws IllegalArgumentException if the service would take no such jobs
   */
  public static RunForecast of(TrainingPlan plan, TrainingProgram program, JobForecast jobs) {
    RunForecast forecast = new RunForecast(plan, program, jobs);
    forecast.count();
    return forecast;
  }

  private void count() {
    for (long iteration = 0; iteration < iterations; iteration++) {
      for (Workload.Item item : workload.step(iteration)) {
        steps = steps.plus(count(item, restarts).times(restarts));
      }
    }
    total = steps;
    for (Workload.Item item : workload.end(iterations)) {
      total = total.plus(count(item, restarts).times(restarts));
    }
    for (Workload.Item item : workload.last()) {
      total = total.plus(count(item, 1));
    }
  }

  private Load count(Workload.Item item, long times) {
    Load load = load(item);
    requests.merge(
        item.purpose(),
        new Request(item.purpose(), times, item.request().shots(), load),
        (a, b) -> new Request(a.purpose(), a.times() + b.times(), a.shots(), a.each()));
    return load;
  }

  /** All requests with as many rows and shots become the same jobs. */
  private Load load(Workload.Item item) {
    JobRequest request = item.request();
    return known.computeIfAbsent(
        List.of(request.rows().size(), request.shots()),
        size -> jobs.jobs(request).stream().map(Load::of).reduce(Load.NONE, Load::plus));
  }

  /** The kinds of requests, in the order in which a run makes them. */
  public List<Request> requests() {
    return new ArrayList<>(requests.values());
  }

  /** Steps of all restarts. */
  public long stepCount() {
    return (long) iterations * restarts;
  }

  /** All steps of all restarts, without the ends. */
  public Load steps() {
    return steps;
  }

  /** The whole run. */
  public Load total() {
    return total;
  }

  /** Whether a rule may end the run early, so that it sends less. */
  public boolean mayEndEarly() {
    return rules.gradientTolerance() > 0 || rules.patience() > 0 || rules.wallClock().isPresent();
  }

  /** The seconds of the whole run. */
  public double seconds(QpuTime time) {
    return time.seconds(total.jobs(), total.executions());
  }

  /** The seconds of a step, on average; 0 for a run without steps. */
  public double secondsPerStep(QpuTime time) {
    return stepCount() == 0 ? 0 : time.seconds(steps.jobs(), steps.executions()) / stepCount();
  }

  /** How many steps one restart can make, and be confirmed, within some seconds of QPU. */
  public long stepsWithin(Duration limit, QpuTime time) {
    double most = limit.toMillis() / 1e3;
    double spent = 0;
    long step = 0;
    double next = seconds(workload.step(step), time);
    while (step < MOST_STEPS
        && next > 0
        && spent + next + seconds(workload.end(step + 1), time) <= most) {
      spent += next;
      step++;
      next = seconds(workload.step(step), time);
    }
    return step;
  }

  private double seconds(List<Workload.Item> items, QpuTime time) {
    return items.stream()
        .map(this::load)
        .mapToDouble(load -> time.seconds(load.jobs(), load.executions()))
        .sum();
  }
}

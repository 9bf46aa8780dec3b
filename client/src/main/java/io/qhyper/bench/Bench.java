package io.qhyper.bench;

import io.qhyper.compile.CompileException;
import io.qhyper.sim.InsufficientMemoryException;
import io.qhyper.sim.UnsupportedProgramException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Runs plans: each setting is prepared and run once, its result checked, then it is timed. */
public final class Bench {
  private final Meter meter;
  private final Listener listener;
  private final BooleanSupplier stop;

  /** Hears how a long measurement goes. */
  public interface Listener {
    /** Setting {@code number} of {@code total}, from 0, begins. */
    void begins(int number, int total, String what);

    /** A setting is left out because its engine cannot do it. */
    void leftOut(String what, String reason);
  }

  /**
   * A bench.
   *
   * @param stop asked between settings; what is measured by then is the result
   */
  public Bench(Meter meter, Listener listener, BooleanSupplier stop) {
    this.meter = meter;
    this.listener = listener;
    this.stop = stop;
  }

  /**
   * The rows of the settings that could be run, in the order of the plan.
   *
   * @throws IllegalArgumentException if a task has no such size
   * @throws IllegalStateException if a result is wrong
   */
  public List<BenchRow> run(BenchPlan plan) {
    List<BenchRow> rows = new ArrayList<>();
    List<Setting> settings = plan.settings();
    for (int i = 0; i < settings.size() && !stop.getAsBoolean(); i++) {
      Setting setting = settings.get(i);
      listener.begins(i, settings.size(), name(setting));
      try {
        rows.add(row(setting, setting.task().work()));
      } catch (UnsupportedProgramException
          | InsufficientMemoryException
          | CompileException
          | LeftOutException e) {
        listener.leftOut(name(setting), e.getMessage());
      } catch (CancellationException e) {
        return rows;
      }
    }
    return rows;
  }

  private static String name(Setting setting) {
    String device = setting.text().target().map(target -> " on " + target.name()).orElse("");
    return setting.task() + " N=" + setting.qubits() + " " + setting.engine() + device;
  }

  private <R> BenchRow row(Setting setting, Task<R> task) {
    long start = meter.nanos();
    Supplier<R> work = task.prepare(setting);
    R first = work.get();
    long cold = meter.nanos() - start;
    task.verify(setting, first);
    return BenchRow.of(setting, Timing.of(work, meter, cold), cold);
  }
}

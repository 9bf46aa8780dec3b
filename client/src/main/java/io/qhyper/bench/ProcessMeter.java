package io.qhyper.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** The meter of this process. */
public final class ProcessMeter implements Meter {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public long allocatedBytes() {
    return threads.getCurrentThreadAllocatedBytes();
  }
}

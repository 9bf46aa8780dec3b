package io.qhyper.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the results of jobs. Small ones are kept as they were sent, up to a limit for all; large
 * ones are simulated anew while they are sent, program by program.
 */
final class ResultPages {
  private static final String TYPE = "text/plain; charset=utf-8";
  private static final long SMALL = 100_000;
  private static final long MOST_BYTES = 64L << 20;

  private final Map<String, byte[]> kept = new LinkedHashMap<>();
  private long keptBytes;

  /** The result of a completed job. */
  Answer of(SandboxJob job) {
    Optional<JobFate> fate = job.fate();
    if (fate.isPresent() && fate.get().emptyResult()) {
      return Answer.text(200, TYPE, "");
    }
    if (job.execution().executions() > SMALL) {
      return Answer.streamed(TYPE, () -> new PieceStream(pieces(job)));
    }
    return Answer.streamed(TYPE, () -> small(job));
  }

  private static Iterator<byte[]> pieces(SandboxJob job) {
    return job.submitted().isTyped()
        ? new TypedResult(job.execution())
        : new PlainResult(job.execution(), job.fate());
  }

  private synchronized InputStream small(SandboxJob job) {
    byte[] bytes = kept.get(job.id());
    if (bytes == null) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pieces(job).forEachRemaining(out::writeBytes);
      bytes = out.toByteArray();
      kept.put(job.id(), bytes);
      keptBytes += bytes.length;
      job.execution().forget();
      Iterator<byte[]> oldest = kept.values().iterator();
      while (keptBytes > MOST_BYTES && kept.size() > 1) {
        keptBytes -= oldest.next().length;
        oldest.remove();
      }
    }
    return new ByteArrayInputStream(bytes);
  }
}

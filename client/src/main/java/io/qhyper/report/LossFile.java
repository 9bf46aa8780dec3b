package io.qhyper.report;

import io.qhyper.bnn.LossTable;
import io.qhyper.store.AtomicFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** All losses of a problem in a file, in index order. */
public final class LossFile {
  private static final String RAW = ".f64";

  private LossFile() {}

  /** Writes raw little-endian doubles if the name ends in {@code .f64}, otherwise CSV. */
  public static void write(Path file, LossTable losses) throws IOException {
    boolean raw = file.toString().endsWith(RAW);
    AtomicFiles.write(file, raw ? out -> raw(out, losses) : out -> csv(out, losses));
  }

  private static void raw(OutputStream out, LossTable losses) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < losses.size(); i++) {
      out.write(buffer.putDouble(0, losses.loss(i)).array());
    }
  }

  private static void csv(OutputStream out, LossTable losses) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write("index,bits,loss\n");
    for (int i = 0; i < losses.size(); i++) {
      writer.write(i + "," + losses.network(i) + "," + losses.loss(i) + "\n");
    }
    writer.flush();
  }
}

package io.qhyper.backend.ibm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies what is read from a stream into another; the reader need not read to the end. */
final class CopyingStream extends FilterInputStream {
  private final OutputStream copy;

  CopyingStream(InputStream in, OutputStream copy) {
    super(in);
    this.copy = copy;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      copy.write(value);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      copy.write(buffer, offset, read);
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, 1 << 13)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}

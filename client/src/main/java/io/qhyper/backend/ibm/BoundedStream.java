package io.qhyper.backend.ibm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with an exception instead of growing without end. */
final class BoundedStream extends FilterInputStream {
  private final String what;
  private final long limit;
  private long left;

  BoundedStream(String what, InputStream in, long limit) {
    super(in);
    this.what = what;
    this.limit = limit;
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long read) {
    left -= read;
    if (left < 0) {
      throw new IbmProtocolException(
          IbmException.Kind.TOO_LARGE, what + " is larger than " + limit + " bytes", null);
    }
  }
}

package io.qhyper.backend.ibm;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A JSON body that can be sent once only. The HTTP library repeats a POST by itself after some
 * answers (503 and 408 with {@code Retry-After: 0}), whatever its settings; a one-shot body is what
 * stops it.
 */
final class OneShotBody extends RequestBody {
  static final MediaType JSON = MediaType.get("application/json");

  private final byte[] content;

  OneShotBody(byte[] content) {
    this.content = content;
  }

  @Override
  public MediaType contentType() {
    return JSON;
  }

  @Override
  public long contentLength() {
    return content.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(content);
  }
}

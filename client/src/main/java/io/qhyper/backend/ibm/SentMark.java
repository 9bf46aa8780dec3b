package io.qhyper.backend.ibm;

import okhttp3.Call;
import okhttp3.EventListener;

/** Remembers whether any byte of a request may have left; attached to the request as a tag. */
final class SentMark {
  private volatile boolean sent;

  boolean isSent() {
    return sent;
  }

  /** Marks the requests that carry a mark. */
  static EventListener listener(Call call) {
    SentMark mark = call.request().tag(SentMark.class);
    if (mark == null) {
      return EventListener.NONE;
    }
    return new EventListener() {
      @Override
      public void requestHeadersStart(Call started) {
        mark.sent = true;
      }
    };
  }
}

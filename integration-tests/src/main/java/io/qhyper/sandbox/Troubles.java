package io.qhyper.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.function.Supplier;

/** What faults do to calls. */
final class Troubles {
  private static final int PIECE = 1 << 16;

  private final TokenDesk tokens;
  private final SessionBook sessions;
  private final JobBook jobs;

  Troubles(TokenDesk tokens, SessionBook sessions, JobBook jobs) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.jobs = jobs;
  }

  /**
   * The answer to a call that meets a fault.
   *
   * @param service does what was asked
   */
  Answer answer(CallFault fault, Supplier<Answer> service, Instant now) {
    if (fault instanceof CallFault.Instead instead) {
      return Answer.text(instead.status(), instead.type(), instead.body());
    } else if (fault instanceof CallFault.TooMany many) {
      throw SubmitPage.tooMany(many.hint(), many.pause(), now);
    } else if (fault instanceof CallFault.ResetBefore) {
      return Answer.nothing().delivered(Delivery.RESET);
    } else if (fault instanceof CallFault.HugeAnswer huge) {
      return Answer.streamed("application/json", () -> new PieceStream(spaces(huge.bytes())));
    } else if (fault instanceof CallFault.DeepAnswer deep) {
      return Answer.text(200, "application/json", "[".repeat(deep.depth()));
    } else if (fault instanceof CallFault.QuotaReached) {
      throw SubmitPage.quotaReached();
    } else if (fault instanceof CallFault.TokensEnd) {
      tokens.revoke();
    } else if (fault instanceof CallFault.SessionsClose) {
      sessions.closeAll(jobs, now);
    }
    return changed(fault, service.get());
  }

  private static Answer changed(CallFault fault, Answer answer) {
    if (fault instanceof CallFault.ResetAfter) {
      return answer.delivered(Delivery.RESET);
    } else if (fault instanceof CallFault.LostAnswer lost) {
      CallFault.Instead error = CallFault.Instead.error(lost.status());
      return Answer.text(error.status(), error.type(), error.body());
    } else if (fault instanceof CallFault.HalfAnswer) {
      return answer.withContent(() -> half(answer));
    } else if (fault instanceof CallFault.SlowAnswer slow) {
      return answer.delivered(Delivery.slow(slow.time()));
    }
    return answer;
  }

  private static InputStream half(Answer answer) {
    try (InputStream body = answer.content().get()) {
      byte[] whole = body.readAllBytes();
      return new ByteArrayInputStream(whole, 0, whole.length / 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Iterator<byte[]> spaces(long bytes) {
    byte[] piece = new byte[PIECE];
    Arrays.fill(piece, " ".getBytes(StandardCharsets.US_ASCII)[0]);
    return Collections.nCopies((int) (bytes / PIECE + 1), piece).iterator();
  }
}

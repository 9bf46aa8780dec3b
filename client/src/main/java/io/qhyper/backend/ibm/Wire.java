package io.qhyper.backend.ibm;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.qhyper.backend.ibm.Exchange.BodyReader;
import io.qhyper.backend.ibm.IbmException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a request once and reads its answer within bounds; every trouble becomes an {@link
 * IbmException}.
 *
 * <p>Nothing is followed, repeated or logged by the HTTP library: a redirect is an error, so that
 * no token travels to another host.
 */
final class Wire implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
  private static final int ERROR_BYTES = 64 << 10;
  private static final int TOO_MANY = 429;

  private final Clock clock;
  private final UnaryOperator<String> redact;
  private final OkHttpClient client;
  private final OkHttpClient fresh;
  private volatile Optional<String> rateAnswer = Optional.empty();

  Wire(IbmSettings settings, Clock clock, UnaryOperator<String> redact) {
    this.clock = clock;
    this.redact = redact;
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(settings.connectTimeout())
            .readTimeout(Duration.ZERO) // the limit of the whole call counts
            .writeTimeout(Duration.ZERO)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .eventListenerFactory(SentMark::listener);
    settings.proxy().ifPresent(address -> builder.proxy(new Proxy(Proxy.Type.HTTP, address)));
    this.client = builder.build();
    // A pooled connection may be dead already, which a POST would learn only after it was sent.
    this.fresh =
        client.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build();
  }

  <T> T call(Request request, String name, CallLimits limits, BodyReader<T> reader) {
    return call(client, request, name, limits, reader);
  }

  <T> T callOnFreshConnection(
      Request request, String name, CallLimits limits, BodyReader<T> reader) {
    return call(fresh, request, name, limits, reader);
  }

  private <T> T call(
      OkHttpClient by, Request request, String name, CallLimits limits, BodyReader<T> reader) {
    OkHttpClient limited = by.newBuilder().callTimeout(limits.time()).build();
    try (Response response = limited.newCall(request).execute()) {
      LOG.debug("{}: HTTP {}{}", name, response.code(), traceOf(response));
      if (!response.isSuccessful()) {
        throw failure(name, response);
      }
      InputStream body =
          new BoundedStream("the answer to " + name, response.body().byteStream(), limits.bytes());
      return reader.read(response.code(), body);
    } catch (JsonProcessingException e) {
      throw JsonDocument.broken("the answer to " + name, e);
    } catch (InterruptedIOException e) {
      if (e instanceof SocketTimeoutException) { // of the connection, the only such limit
        throw unreachable(request, name, e);
      }
      throw outOfTime(name, limits, e);
    } catch (IOException e) {
      throw unreachable(request, name, e);
    }
  }

  /** The name under which the service's support finds the call. */
  private String traceOf(Response response) {
    String trace = response.header("uber-trace-id");
    return trace == null ? "" : ", trace " + redact.apply(ErrorBodies.shortened(trace));
  }

  /** What the last refusal because of the rate said about waiting; empty if there was none. */
  Optional<String> rateAnswer() {
    return rateAnswer;
  }

  private IbmException unreachable(Request request, String name, IOException e) {
    LOG.debug("{}: no answer from {}", name, request.url().host());
    return new IbmTransportException(
        Kind.UNREACHABLE,
        "no answer from IBM Quantum ("
            + request.url().host()
            + ") to "
            + name
            + ": "
            + redact.apply(ErrorBodies.shortened(String.valueOf(e.getMessage()))),
        e);
  }

  private IbmException failure(String name, Response response) throws IOException {
    String body =
        new String(response.body().byteStream().readNBytes(ERROR_BYTES), StandardCharsets.UTF_8);
    Optional<Duration> wait = ErrorBodies.retryAfter(response.header("Retry-After"), clock);
    if (response.code() == TOO_MANY) {
      rateAnswer = Optional.of(wait.map(time -> time.toSeconds() + " s").orElse("none"));
    }
    String trace = Optional.ofNullable(response.header("uber-trace-id")).orElse("");
    return ErrorBodies.exception(
        name, response.code(), redact.apply(body), redact.apply(trace), wait);
  }

  private static IbmException outOfTime(String name, CallLimits limits, InterruptedIOException e) {
    if (Thread.currentThread().isInterrupted()) {
      return new IbmTransportException(Kind.INTERRUPTED, name + " was interrupted", e);
    }
    return new IbmTransportException(
        Kind.TIMEOUT,
        "IBM Quantum did not finish its answer to "
            + name
            + " within "
            + limits.time().toMillis()
            + " ms",
        e);
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    fresh.connectionPool().evictAll();
  }
}

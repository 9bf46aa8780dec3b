package io.qhyper.backend.ibm;

import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.Exchange.BodyReader;
import io.qhyper.backend.ibm.IbmException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Adds token, headers and version to the calls of the interface, and sorts out what comes back. */
final class IbmHttp implements AutoCloseable {
  private static final String AGENT = "qhyper";

  private final IbmCredentials credentials;
  private final IbmSettings settings;
  private final Timing timing;
  private final Resilience resilience;
  private final Wire wire;
  private final TokenSource tokens;

  IbmHttp(IbmCredentials credentials, IbmSettings settings, Timing timing) {
    this.credentials = credentials;
    this.settings = settings;
    this.timing = timing;
    this.resilience = new Resilience(settings, timing);
    this.tokens = new TokenSource(this::newToken, timing.clock());
    this.wire = new Wire(settings, timing.clock(), this::redact);
  }

  IbmSettings settings() {
    return settings;
  }

  Timing timing() {
    return timing;
  }

  Resilience resilience() {
    return resilience;
  }

  /** The time to wait that the last refusal because of the rate gave, in words. */
  Optional<String> rateAnswer() {
    return wire.rateAnswer();
  }

  /** Makes a call that may be repeated. */
  <T> T repeated(Exchange exchange, BodyReader<T> reader) {
    return authorized(token -> resilience.repeated(() -> send(exchange, token, reader)));
  }

  /** Makes a call that must not be repeated, other than after a refused token. */
  <T> T once(Exchange exchange, BodyReader<T> reader) {
    return authorized(token -> resilience.once(() -> send(exchange, token, reader)));
  }

  private interface WithToken<T> {
    T call(Secret token);
  }

  private <T> T authorized(WithToken<T> call) {
    Secret token = tokens.token();
    try {
      return call.call(token);
    } catch (IbmServiceException e) {
      if (e.kind() != Kind.UNAUTHORIZED) {
        throw e;
      }
      tokens.discard(token);
      return call.call(tokens.token());
    }
  }

  private <T> T send(Exchange exchange, Secret token, BodyReader<T> reader) {
    RequestBody body = exchange.method().equals("GET") ? null : new OneShotBody(exchange.body());
    Request request = request(exchange, token).method(exchange.method(), body).build();
    return wire.call(request, exchange.text(), exchange.limits(), reader);
  }

  private Request.Builder request(Exchange exchange, Secret token) {
    return new Request.Builder()
        .url(exchange.url(HttpUrl.get(credentials.endpoints().api())))
        .header("Authorization", "Bearer " + token.reveal())
        .header("Service-CRN", credentials.crn().value())
        .header("IBM-API-Version", settings.apiVersion().toString())
        .header("Accept", "application/json")
        .header("User-Agent", AGENT);
  }

  /**
   * Sends {@code POST /jobs} once, by a connection of its own, and never again. A token that the
   * service refuses is dropped, so that another submission gets a new one.
   */
  SubmitOutcome submit(byte[] json) {
    SentMark mark = new SentMark();
    try {
      Exchange exchange = Exchange.of(settings.submit(), "POST", "jobs").withBody(json);
      resilience.awaitSubmissionSlot();
      Secret token = tokens.token();
      Request request =
          request(exchange, token)
              .tag(SentMark.class, mark)
              .post(new OneShotBody(exchange.body()))
              .build();
      return resilience.once(() -> submit(request, exchange, token));
    } catch (IbmException e) {
      return mark.isSent() ? new SubmitOutcome.Uncertain(e) : new SubmitOutcome.NotSent(e);
    }
  }

  /** Errors of the server pass as exceptions, so that they count as failures. */
  private SubmitOutcome submit(Request request, Exchange exchange, Secret token) {
    try {
      return new SubmitOutcome.Accepted(
          wire.callOnFreshConnection(
              request, exchange.text(), exchange.limits(), IbmHttp::acceptedId));
    } catch (IbmServiceException e) {
      if (e.status() >= 500 || e.status() < 400 || e.status() == 408) {
        throw e;
      }
      if (e.kind() == Kind.UNAUTHORIZED) {
        tokens.discard(token);
      }
      return new SubmitOutcome.Refused(e);
    }
  }

  private static JobId acceptedId(int status, InputStream body) throws IOException {
    String what = "the answer to POST /jobs";
    return new JobId(JsonDocument.required(what, JsonDocument.object(what, body), "id"));
  }

  private AccessToken newToken() {
    FormBody form =
        new FormBody.Builder()
            .add("grant_type", "urn:ibm:params:oauth:grant-type:apikey")
            .add("apikey", credentials.apiKey().reveal())
            .build();
    Request request =
        new Request.Builder()
            .url(HttpUrl.get(credentials.endpoints().token()))
            .header("Accept", "application/json")
            .header("User-Agent", AGENT)
            .post(form)
            .build();
    try {
      return resilience.repeated(
          () -> {
            var asked = timing.clock().instant();
            return wire.call(
                request,
                "the request for a token",
                settings.ordinary(),
                (status, body) ->
                    AccessToken.of(
                        JsonDocument.object("the answer of the token service", body), asked));
          });
    } catch (IbmServiceException e) {
      throw wrongKey(e);
    }
  }

  /** The token service says 400 where 401 is meant. */
  private static IbmException wrongKey(IbmServiceException e) {
    if (e.status() != 400 && e.status() != 401) {
      return e;
    }
    return new IbmServiceException(
        Kind.UNAUTHORIZED,
        new ServiceError(
            "the request for a token",
            e.status(),
            e.code(),
            "the API key was not accepted; make or check one at https://cloud.ibm.com/iam/apikeys"
                + " and store it with 'qhyper ibm login'",
            e.solution(),
            e.trace(),
            e.retryAfter()));
  }

  private String redact(String text) {
    return tokens.redact(credentials.apiKey().redactIn(text));
  }

  @Override
  public void close() {
    wire.close();
  }
}

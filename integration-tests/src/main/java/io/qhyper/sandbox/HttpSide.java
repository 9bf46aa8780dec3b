package io.qhyper.sandbox;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands calls from WireMock to the service, and its answers back. */
final class HttpSide implements ResponseTransformerV2 {
  private static final int PIECES = 50;

  private final Service service;

  HttpSide(Service service) {
    this.service = service;
  }

  @Override
  public String getName() {
    return "qhyper-sandbox";
  }

  @Override
  public Response transform(Response response, ServeEvent event) {
    Answer answer = service.answer(call(event.getRequest()));
    Response.Builder builder = Response.response().status(answer.status());
    List<HttpHeader> headers =
        answer.headers().entrySet().stream()
            .map(header -> new HttpHeader(header.getKey(), header.getValue()))
            .toList();
    builder.headers(new HttpHeaders(headers)).configured(true);
    Delivery delivery = answer.delivery();
    if (delivery.isReset()) {
      return builder.fault(Fault.CONNECTION_RESET_BY_PEER).build();
    }
    if (!delivery.drip().isZero()) {
      builder.chunkedDribbleDelay(
          new ChunkedDribbleDelay(PIECES, (int) delivery.drip().toMillis()));
    }
    return builder.body(answer.content()::get).build();
  }

  private static Call call(LoggedRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (HttpHeader header : request.getHeaders().all()) {
      headers.put(header.key(), header.firstValue());
    }
    byte[] body = request.getBody();
    return Call.of(
        request.getMethod().getName(),
        request.getUrl(),
        headers,
        body == null ? new byte[0] : body);
  }
}

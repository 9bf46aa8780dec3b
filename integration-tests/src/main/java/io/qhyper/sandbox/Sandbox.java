package io.qhyper.sandbox;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/**
 * A model of IBM Quantum and its token service that listens on the loopback interface.
 *
 * <p>It takes any number of callers at once. Nothing it knows outlives it.
 */
public final class Sandbox implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final WireMockServer server;
  private final Service service;

  private Sandbox(WireMockServer server, Service service) {
    this.server = server;
    this.service = service;
  }

  /**
   * Starts one.
   *
   * @param clock by which jobs wait, run and end
   * @throws IllegalArgumentException if the port is taken
   */
  public static Sandbox start(SandboxSettings settings, Clock clock) {
    Service service = new Service(settings, clock);
    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .port(settings.port())
                .bindAddress(LOOPBACK)
                .disableRequestJournal() // would hold every answer in memory
                .maxLoggedResponseSize(1) // a streamed answer would be made twice
                .gzipDisabled(true)
                .extensionScanningEnabled(false)
                .jettyAcceptors(1)
                .extensions(new HttpSide(service)));
    server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
    try {
      server.start();
    } catch (FatalStartupException e) {
      throw new IllegalArgumentException(
          "cannot listen on port " + settings.port() + ", it seems to be taken; choose another", e);
    }
    return new Sandbox(server, service);
  }

  /** Where it listens, such as {@code http://127.0.0.1:8080}. */
  public URI address() {
    return URI.create("http://" + LOOPBACK + ":" + server.port());
  }

  /** The trouble that its callers meet. */
  public FaultPlan faults() {
    return service.faults();
  }

  /** The last 100 000 calls that came, the oldest first. */
  public List<Received> received() {
    return service.received();
  }

  /** The calls of one kind among {@link #received()}. */
  public List<Received> received(CallKind kind) {
    Predicate<Received> isOfKind = call -> call.kind().filter(kind::equals).isPresent();
    return received().stream().filter(isOfKind).toList();
  }

  /** The jobs that were accepted and not deleted, the oldest first. */
  public List<AcceptedJob> accepted() {
    return service.accepted();
  }

  @Override
  public void close() {
    server.stop();
  }
}

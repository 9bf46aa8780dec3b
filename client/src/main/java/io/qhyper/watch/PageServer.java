package io.qhyper.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qhyper.page.LivePage;
import io.qhyper.page.PageWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves one page at {@code /} and its data at {@code /data.json}, on the loopback interface only.
 *
 * <p>Requests whose {@code Host} is another name are refused, so that no page from elsewhere can
 * read the data by a name that it has made point here (DNS rebinding).
 */
public final class PageServer implements AutoCloseable {
  private static final int THREADS = 4;
  private static final Duration POLLING = Duration.ofSeconds(2);

  private final HttpServer server;
  private final ExecutorService threads;
  private final Supplier<LivePage> source;
  private final Set<String> hosts;

  private PageServer(HttpServer server, Supplier<LivePage> source) {
    this.server = server;
    this.source = source;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "qhyper-watch");
              thread.setDaemon(true);
              return thread;
            });
    int port = server.getAddress().getPort();
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  /**
   * Begins to serve.
   *
   * @param port 0 for any that is free
   * @param source the page as it is now; asked once for each request, by one thread at a time; what
   *     it throws is told to the browser, which asks again
   * @throws IOException if the port cannot be had
   */
  public static PageServer open(int port, Supplier<LivePage> source) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    PageServer server = new PageServer(http, source);
    http.createContext("/", server::answer);
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  /** Where the page is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      String path = exchange.getRequestURI().getPath();
      if (host == null || !hosts.contains(host)) {
        send(exchange, 403, "text/plain", "this server answers to its own address only\n");
      } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, 405, "text/plain", "only GET\n");
      } else if ("/".equals(path)) {
        page(exchange, "text/html", live -> PageWriter.liveHtml(live, POLLING));
      } else if ("/data.json".equals(path)) {
        page(exchange, "application/json", PageWriter::json);
      } else {
        send(exchange, 404, "text/plain", "there are / and /data.json\n");
      }
    }
  }

  private interface Rendering {
    String of(LivePage page);
  }

  private void page(HttpExchange exchange, String type, Rendering rendering) throws IOException {
    String content;
    try {
      synchronized (source) {
        content = rendering.of(source.get());
      }
    } catch (RuntimeException e) { // the file may be there again at the next request
      send(exchange, 503, "text/plain", "the run cannot be read: " + e.getMessage() + "\n");
      return;
    }
    send(exchange, 200, type, content);
  }

  private static void send(HttpExchange exchange, int status, String type, String content)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** Ends serving; requests under way are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package io.qhyper.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.local.LocalBackend;
import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import io.qhyper.secrets.TestSecrets;
import io.qhyper.shots.BitString;
import io.qhyper.shots.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A service with one device, a line of qubits, that runs what it is sent: its samples depend on the
 * program alone. Jobs are done at once.
 */
public final class FakeService implements AutoCloseable {
  public static final String DEVICE = "ibm_line";
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer takes 40 ms
  }

  private static final String API = "/api/v1/";

  private final HttpServer server;
  private final LocalBackend simulator = new LocalBackend(1);
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final List<String> sessions = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final List<String> failing = new ArrayList<>();
  private final List<String> deleted = new ArrayList<>();
  private final List<String> closedSessions = new ArrayList<>();
  private final int qubits;
  private String status = "{\"state\":true,\"status\":\"active\",\"length_queue\":3}";
  private double error = 0.001;
  private double charge = 2;
  private boolean isCharged = true;
  private double sessionClock;
  private String sessionState = "open";
  private int sessionTrouble;
  private boolean isSessionKept;
  private Runnable onWait = () -> {};
  private boolean isHeld;

  /** A job that was accepted. */
  public record Job(String id, JsonNode body, JsonNode result) {
    public int circuits() {
      return body.path("params").path("pubs").size();
    }

    public String session() {
      return body.path("session_id").asText("");
    }

    public String text(int pub) {
      return body.path("params").path("pubs").path(pub).path(0).asText();
    }
  }

  public FakeService(int qubits) throws IOException {
    this.qubits = qubits;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The jobs that were accepted, in order. */
  public synchronized List<Job> jobs() {
    return List.copyOf(jobs.values());
  }

  /** Method and path of every call so far. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  public synchronized void status(String json) {
    status = json;
  }

  /** A new calibration: the error of the first pair of qubits, where others have 0.002. */
  public synchronized void calibrate(double firstError) {
    error = firstError;
  }

  /** The job of this number, from 1, fails. */
  public synchronized void fail(int number) {
    failing.add("job" + number);
  }

  /** Forgets the job of this number, from 1, as if it had been deleted. */
  public synchronized void delete(int number) {
    deleted.add("job" + number);
  }

  /** Takes no more jobs in a session. */
  public synchronized void end(String session) {
    closedSessions.add(session);
  }

  /** Jobs wait; whoever asks for one has this run. */
  public synchronized void hold(Runnable whenAsked) {
    isHeld = true;
    onWait = whenAsked;
  }

  /** Jobs are done. */
  public synchronized void release() {
    isHeld = false;
    onWait = () -> {};
  }

  /** What each job is charged. */
  public synchronized void charge(double seconds, boolean known) {
    charge = seconds;
    isCharged = known;
  }

  /** What the clock of every session shows. */
  public synchronized void sessionClock(double seconds) {
    sessionClock = seconds;
  }

  /** The service's word for what every session does. */
  public synchronized void sessionState(String state) {
    sessionState = state;
  }

  /** Whoever asks for a session is answered this HTTP status; 0 to answer as usual. */
  public synchronized void sessionTrouble(int code) {
    sessionTrouble = code;
  }

  /** Refuses to close sessions. */
  public synchronized void keepSessions() {
    isSessionKept = true;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replace(API, "");
    Answer answer;
    try (InputStream body = exchange.getRequestBody()) {
      answer = answer(exchange, path, body.readAllBytes());
    } catch (RuntimeException e) {
      answer = new Answer(418, String.valueOf(e)); // a fault of the test shows as such
    }
    byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.code(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private record Answer(int code, String text) {}

  private static Answer ok(Object json) {
    return new Answer(200, json.toString());
  }

  private static Answer error(int code, int word, String message) {
    return new Answer(
        code, "{\"errors\":[{\"code\":%d,\"message\":\"%s\"}]}".formatted(word, message));
  }

  private synchronized Answer answer(HttpExchange exchange, String path, byte[] body)
      throws IOException {
    String call = exchange.getRequestMethod() + " " + path;
    calls.add(call);
    String[] parts = path.split("/", -1);
    if (path.equals("/identity/token")) {
      return ok("{\"access_token\":\"" + TestSecrets.TOKEN + "\",\"expires_in\":3600}");
    } else if (call.equals("GET backends")) {
      return ok(
          "{\"devices\":[{\"name\":\"ibm_other\",\"queue_length\":1},{\"name\":\"%s\",\"queue_length\":3}]}"
              .formatted(DEVICE));
    } else if (parts[0].equals("backends")) {
      return parts[1].equals(DEVICE) ? device(parts[2]) : error(404, 1291, "no such device");
    } else if (call.equals("POST jobs")) {
      return submit(JSON.readTree(body));
    } else if (call.equals("GET jobs")) {
      return list(exchange.getRequestURI().getQuery());
    } else if (parts[0].equals("jobs")) {
      return jobs.containsKey(parts[1]) && !deleted.contains(parts[1])
          ? job(jobs.get(parts[1]), parts.length == 2 ? "" : parts[2])
          : error(404, 1291, "no such job");
    } else if (call.equals("POST sessions")) {
      sessions.add("session" + (sessions.size() + 1));
      return session(sessions.get(sessions.size() - 1));
    } else if (parts[0].equals("sessions")) {
      if (sessionTrouble != 0) {
        return error(sessionTrouble, 1000, "out of order");
      } else if (isSessionKept && call.startsWith("PATCH")) {
        return error(409, 1000, "not now");
      } else if (call.startsWith("PATCH")) {
        closedSessions.add(parts[1]);
      }
      return session(parts[1]);
    }
    return error(404, 1291, "no " + call);
  }

  private Answer session(String id) {
    return ok(
        "{\"id\":\"%s\",\"mode\":\"batch\",\"state\":\"%s\",\"accepting_jobs\":%b,\"elapsed_time\":%s}"
            .formatted(
                id, sessionState, !closedSessions.contains(id), Double.toString(sessionClock)));
  }

  private Answer device(String document) {
    return switch (document) {
      case "status" -> ok(status);
      case "configuration" -> ok(configuration());
      case "properties" -> ok(properties());
      default -> error(404, 1291, "no " + document);
    };
  }

  private String configuration() {
    StringBuilder pairs = new StringBuilder();
    for (int q = 0; q + 1 < qubits; q++) {
      pairs.append(q == 0 ? "" : ",").append("[%d,%d],[%d,%d]".formatted(q, q + 1, q + 1, q));
    }
    return """
    {"backend_name":"%s","backend_version":"1","n_qubits":%d,"dt":4,
     "basis_gates":["cz","id","rz","sx","x"],"coupling_map":[%s],
     "supported_instructions":["measure"],
     "default_rep_delay":250,"rep_delay_range":[0,500]}\
    """
        .formatted(DEVICE, qubits, pairs);
  }

  private String properties() {
    StringBuilder gates = new StringBuilder();
    StringBuilder lines = new StringBuilder();
    for (int q = 0; q < qubits; q++) {
      lines
          .append(q == 0 ? "" : ",")
          .append("[{\"name\":\"readout_error\",\"unit\":\"\",\"value\":0.01},")
          .append("{\"name\":\"readout_length\",\"unit\":\"ns\",\"value\":1500}]");
      for (String gate : List.of("sx", "x")) {
        gates.append(gates.isEmpty() ? "" : ",").append(gate(gate, "[" + q + "]", 0.0001));
      }
      if (q + 1 < qubits) {
        double pair = q == 0 ? error : 0.002;
        gates.append(",").append(gate("cz", "[%d,%d]".formatted(q, q + 1), pair));
        gates.append(",").append(gate("cz", "[%d,%d]".formatted(q + 1, q), pair));
      }
    }
    return "{\"backend_name\":\""
        + DEVICE
        + "\",\"qubits\":["
        + lines
        + "],\"gates\":["
        + gates
        + "]}";
  }

  private static String gate(String name, String on, double error) {
    return ("{\"gate\":\"%s\",\"qubits\":%s,\"parameters\":[{\"name\":\"gate_error\",\"unit\":\"\",\"value\":%s},"
            + "{\"name\":\"gate_length\",\"unit\":\"ns\",\"value\":68}]}")
        .formatted(name, on, Double.toString(error));
  }

  private Answer submit(JsonNode body) {
    if (closedSessions.contains(body.path("session_id").asText(""))) {
      return error(400, 4001, "session closed");
    }
    String id = "job" + (jobs.size() + 1);
    ObjectNode result = JSON.createObjectNode();
    ArrayNode results = result.putArray("results");
    for (JsonNode pub : body.path("params").path("pubs")) {
      results.add(run(pub.path(0).asText(), rows(pub.path(1)), pub.path(2).asInt()));
    }
    jobs.put(id, new Job(id, body, result));
    return ok("{\"id\":\"" + id + "\"}");
  }

  /** Columns are counted by declaration. */
  private static List<double[]> rows(JsonNode values) {
    List<double[]> rows = new ArrayList<>();
    for (JsonNode row : values) {
      double[] numbers = new double[row.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = row.get(i).asDouble();
      }
      rows.add(numbers);
    }
    return rows.isEmpty() ? List.of(new double[0]) : rows;
  }

  private ObjectNode run(String text, List<double[]> rows, int shots) {
    StreamKey stream = StreamKey.of(text.hashCode(), Purpose.SAMPLING);
    JobId id = simulator.submit(new JobRequest(text, rows, shots, stream));
    try {
      simulator.await(id, Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    ObjectNode pub = JSON.createObjectNode();
    ObjectNode data = pub.putObject("data");
    for (Map<String, Counts> row : simulator.result(id).rows()) {
      row.forEach((name, counts) -> write(data, name, counts, rows.size() > 1));
    }
    return pub;
  }

  /** Several rows come back as one list each. */
  private static void write(ObjectNode data, String name, Counts counts, boolean isNested) {
    ObjectNode register = data.withObjectProperty(name).put("num_bits", counts.width());
    ArrayNode samples = register.withArrayProperty("samples");
    ArrayNode list = isNested ? samples.addArray() : samples;
    for (Map.Entry<BitString, Long> entry : counts.toMap().entrySet()) {
      String hex = "0x" + new java.math.BigInteger(entry.getKey().toString(), 2).toString(16);
      for (long i = 0; i < entry.getValue(); i++) {
        list.add(hex);
      }
    }
  }

  private Answer list(String query) {
    ArrayNode found = JSON.createArrayNode();
    for (Job job : jobs.values()) {
      if (query.contains(job.body().path("tags").path(0).asText())) {
        found.add(description(job));
      }
    }
    ObjectNode list = JSON.createObjectNode();
    list.set("jobs", found);
    return ok(list);
  }

  private ObjectNode description(Job job) {
    onWait.run();
    ObjectNode json = JSON.createObjectNode().put("id", job.id());
    json.set("tags", job.body().path("tags"));
    json.putObject("state")
        .put("status", isHeld ? "Queued" : failing.contains(job.id()) ? "Failed" : "Completed")
        .put("reason", failing.contains(job.id()) ? "the cryostat is warm" : "");
    json.set("usage", usage());
    return json;
  }

  private ObjectNode usage() {
    ObjectNode usage = JSON.createObjectNode().put("status", isCharged ? "complete" : "pending");
    return isCharged ? usage.put("qpu_charge_time_seconds", charge) : usage;
  }

  private Answer job(Job job, String what) {
    return switch (what) {
      case "" -> ok(description(job));
      case "results" -> ok(job.result());
      case "metrics" -> ok(JSON.createObjectNode().set("usage", usage()));
      case "cancel" -> new Answer(204, "");
      default -> error(404, 1291, "no " + what);
    };
  }

  @Override
  public void close() {
    server.stop(0);
    simulator.close();
  }
}

package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import io.qhyper.backend.JobId;
import io.qhyper.backend.ibm.Exchange.BodyReader;
import io.qhyper.backend.ibm.IbmException.Kind;
import io.qhyper.shots.Counts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of the service's interface, one method each (reference, section 2). Reading is free and
 * repeated on transient errors.
 *
 * <p>Safe for use by several threads. Every method may throw {@link IbmException}.
 */
public final class IbmService implements AutoCloseable {
  private final IbmHttp http;

  /** The service as an instance sees it; nothing is sent yet. */
  public IbmService(IbmCredentials credentials, IbmSettings settings, Timing timing) {
    this.http = new IbmHttp(credentials, settings, timing);
  }

  IbmHttp http() {
    return http;
  }

  private Exchange exchange(String method, String... path) {
    return Exchange.of(http.settings().ordinary(), method, path);
  }

  private JsonNode object(Exchange exchange) {
    return http.repeated(exchange, json(exchange));
  }

  private static BodyReader<JsonNode> json(Exchange exchange) {
    return (status, body) -> JsonDocument.object("the answer to " + exchange.text(), body);
  }

  /** Closing the answer is enough. */
  private static BodyReader<Optional<Void>> nothing() {
    return (status, body) -> Optional.empty();
  }

  /** The quantum computers of the instance. */
  public List<Device> devices() {
    JsonNode devices = object(exchange("GET", "backends")).path("devices");
    if (!devices.isArray()) {
      throw new IbmProtocolException(
          "the list of devices should be an array, got " + JsonDocument.shape(devices));
    }
    List<Device> list = new ArrayList<>();
    devices.forEach(device -> list.add(Device.of(device)));
    return list;
  }

  /** Whether a device takes jobs. */
  public DeviceStatus deviceStatus(String name) {
    return DeviceStatus.of(name, object(exchange("GET", "backends", name, "status")));
  }

  /** A device's configuration (section 5.1) as JSON text. */
  public String deviceConfiguration(String name) {
    return object(exchange("GET", "backends", name, "configuration")).toString();
  }

  /** A device's calibration (section 5.2) as JSON text; empty if it has none. */
  public Optional<String> deviceProperties(String name) {
    try {
      return Optional.of(object(exchange("GET", "backends", name, "properties")).toString());
    } catch (IbmServiceException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What a device is, in short. */
  public DeviceSummary deviceSummary(String name) {
    JsonNode configuration = object(exchange("GET", "backends", name, "configuration"));
    JsonNode properties =
        deviceProperties(name)
            .flatMap(JsonDocument::tryParse)
            .orElseGet(JsonDocument.MAPPER::createObjectNode);
    return DeviceSummary.of(name, configuration, properties);
  }

  /** A job, without its program. */
  public IbmJob job(JobId id) {
    return asked(id, IbmJob.of(object(jobExchange(id))));
  }

  /** The same by one call that is not repeated, for those who will look again anyway. */
  IbmJob peek(JobId id) {
    return asked(id, IbmJob.of(http.once(jobExchange(id), json(jobExchange(id)))));
  }

  private static IbmJob asked(JobId id, IbmJob answer) {
    if (!answer.id().equals(id)) {
      throw new IbmProtocolException(
          "the description of job "
              + id
              + " is that of another one, "
              + ErrorBodies.shortened(answer.id().value()));
    }
    return answer;
  }

  private Exchange jobExchange(JobId id) {
    return exchange("GET", "jobs", id.value()).withQuery("exclude_params", "true");
  }

  /** The jobs that a query selects, the newest first. */
  public List<IbmJob> jobs(JobQuery query) {
    Exchange exchange =
        exchange("GET", "jobs")
            .withQuery("limit", String.valueOf(query.limit()))
            .withQuery("exclude_params", "true");
    for (String tag : query.tags()) {
      exchange = exchange.withQuery("tags", tag);
    }
    if (query.backend().isPresent()) {
      exchange = exchange.withQuery("backend", query.backend().get());
    }
    JsonNode jobs = object(exchange).path("jobs");
    if (!jobs.isArray()) {
      throw new IbmProtocolException(
          "the list of jobs should be an array, got " + JsonDocument.shape(jobs));
    }
    List<IbmJob> list = new ArrayList<>();
    jobs.forEach(job -> list.add(IbmJob.of(job)));
    return list;
  }

  /**
   * What a job measured, as a reader sees it.
   *
   * @return empty if it is not there yet
   */
  <T> Optional<T> results(JobId id, BodyReader<Optional<T>> reader) {
    Exchange exchange =
        Exchange.of(http.settings().results(), "GET", "jobs", id.value(), "results");
    try {
      return http.repeated(
          exchange, (status, body) -> status == 204 ? Optional.empty() : reader.read(status, body));
    } catch (IbmServiceException e) {
      if (e.kind() == Kind.NOT_READY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * What a completed job measured, as far as its tags tell how to cut it: one map of counts, by
   * register, for each row.
   *
   * @return empty if it is not there yet
   */
  public Optional<List<Map<String, Counts>>> results(IbmJob job) {
    return results(job.id(), new ResultReader(ResultShape.ofTags(job.tags())));
  }

  /** The time a job was charged, and when it ran. */
  public JobMetrics metrics(JobId id) {
    return JobMetrics.of(object(exchange("GET", "jobs", id.value(), "metrics")));
  }

  /** What a job logged; empty if there is nothing, or not yet. */
  public String logs(JobId id) {
    try {
      return http.repeated(
          exchange("GET", "jobs", id.value(), "logs"),
          (status, body) -> new String(body.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IbmServiceException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return "";
      }
      throw e;
    }
  }

  /**
   * Asks a job to stop.
   *
   * @return whether it was still to be stopped; false if it had ended
   */
  public boolean cancel(JobId id) {
    return refusalToCancel(id).isEmpty();
  }

  /** Asks a job to stop; gives what the service says if the job has ended. */
  Optional<IbmServiceException> refusalToCancel(JobId id) {
    try {
      http.repeated(exchange("POST", "jobs", id.value(), "cancel"), nothing());
      return Optional.empty();
    } catch (IbmServiceException e) {
      if (e.kind() == Kind.CONFLICT) {
        return Optional.of(e);
      }
      throw e;
    }
  }

  /**
   * Deletes an ended job with its data.
   *
   * @return whether there was such a job
   */
  public boolean delete(JobId id) {
    try {
      http.repeated(exchange("DELETE", "jobs", id.value()), nothing());
      return true;
    } catch (IbmServiceException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  /** What the instance has used. */
  public InstanceUsage usage() {
    return InstanceUsage.of(object(exchange("GET", "instances", "usage")));
  }

  /** Opens a session or batch on a device; never repeated, as an open session may cost. */
  public IbmSession openSession(IbmSession.Mode mode, String device) {
    JsonNode body =
        JsonDocument.MAPPER
            .createObjectNode()
            .put("mode", mode.name().toLowerCase(Locale.ROOT))
            .put("backend", device);
    Exchange exchange =
        exchange("POST", "sessions").withBody(body.toString().getBytes(StandardCharsets.UTF_8));
    try {
      return IbmSession.of(http.once(exchange, json(exchange)));
    } catch (IbmServiceException e) {
      boolean dedicated = mode == IbmSession.Mode.DEDICATED;
      if (dedicated && (e.kind() == Kind.BAD_REQUEST || e.kind() == Kind.FORBIDDEN)) {
        throw new IbmProtocolException(
            e.kind(),
            "no session could be opened on "
                + device
                + "; instances of the Open Plan may not, use --mode batch or --mode job. "
                + e.getMessage(),
            e);
      }
      throw e;
    }
  }

  /** A session or batch. */
  public IbmSession session(String id) {
    return IbmSession.of(object(exchange("GET", "sessions", id)));
  }

  /** Closes a session or batch for new jobs; those submitted still run. */
  public void closeSession(String id) {
    byte[] body = "{\"accepting_jobs\":false}".getBytes(StandardCharsets.UTF_8);
    try {
      http.repeated(exchange("PATCH", "sessions", id).withBody(body), nothing());
    } catch (IbmServiceException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  SubmitOutcome submit(SamplerJob job) {
    return http.submit(job.json());
  }

  /** Frees connections; jobs go on. */
  @Override
  public void close() {
    http.close();
  }
}

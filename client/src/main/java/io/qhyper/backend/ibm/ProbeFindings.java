package io.qhyper.backend.ibm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a probe has found out about a service, for one account (reference, section 8).
 *
 * @param device where the job ran
 * @param job the service's id of it
 * @param at when
 * @param form {@code plain}, {@code typed} or {@code other}; empty if there was no result
 * @param rowsRefused why the service does not take rows; empty if it does
 * @param nesting how several rows came back; empty if there were none
 * @param columns how columns belong to inputs; empty if the samples do not tell
 * @param gate how a gate is taken that the program defines; empty if the device has none, or if it
 *     is not known
 * @param visibleSeconds from the acceptance of the job to its first sight in the list by tag; empty
 *     if that was not measured
 * @param retryAfter what a refusal because of the rate said about waiting; empty if there was none
 * @param cancelCode the service's code for cancelling an ended job; empty if it gave none
 * @param qpuSeconds the time charged; empty if not known
 */
public record ProbeFindings(
    String device,
    String job,
    Instant at,
    Optional<String> form,
    Optional<String> rowsRefused,
    Optional<Nesting> nesting,
    Optional<ColumnOrder> columns,
    Optional<GateFinding> gate,
    OptionalDouble visibleSeconds,
    Optional<String> retryAfter,
    Optional<String> cancelCode,
    OptionalDouble qpuSeconds) {
  private static final Duration LEAST_HORIZON = Duration.ofSeconds(30);
  private static final int HORIZON_FACTOR = 20;

  /**
   * Whether this client reads rows of values right: they are taken, come back row after row, and
   * columns are counted by name or by declaration, which are the same in its programs.
   */
  public boolean areRowsUsable() {
    boolean isOrdered =
        columns.filter(c -> c == ColumnOrder.NAME || c == ColumnOrder.DECLARATION).isPresent();
    boolean isByRow =
        nesting.filter(n -> n == Nesting.BY_ROW || n == Nesting.FLAT_BY_ROW).isPresent();
    return rowsRefused.isEmpty() && isOrdered && isByRow;
  }

  /** How rows are sent if the user leaves it open. */
  public BindMode bind() {
    return areRowsUsable() ? BindMode.ROWS : BindMode.TEXT;
  }

  /**
   * How long an uncertain submission is looked for: 20 times as long as the probe's job took to
   * show up, and half a minute at least.
   */
  public Optional<Duration> horizon() {
    if (visibleSeconds.isEmpty()) {
      return Optional.empty();
    }
    Duration measured = Duration.ofMillis((long) (1e3 * visibleSeconds.getAsDouble()));
    Duration horizon = measured.multipliedBy(HORIZON_FACTOR);
    return Optional.of(horizon.compareTo(LEAST_HORIZON) < 0 ? LEAST_HORIZON : horizon);
  }

  ObjectNode json() {
    ObjectNode json = JsonDocument.MAPPER.createObjectNode();
    json.put("device", device).put("job", job).put("at", at.toString());
    form.ifPresent(value -> json.put("form", value));
    rowsRefused.ifPresent(value -> json.put("rows_refused", value));
    nesting.ifPresent(value -> json.put("nesting", value.name()));
    columns.ifPresent(value -> json.put("columns", value.name()));
    gate.ifPresent(
        value ->
            json.putObject("gate")
                .put("name", value.gate())
                .put("verdict", value.verdict().name())
                .put("reason", value.reason()));
    visibleSeconds.ifPresent(value -> json.put("visible_seconds", value));
    retryAfter.ifPresent(value -> json.put("retry_after", value));
    cancelCode.ifPresent(value -> json.put("cancel_code", value));
    qpuSeconds.ifPresent(value -> json.put("qpu_seconds", value));
    return json;
  }

  static ProbeFindings of(String what, JsonNode json) {
    return new ProbeFindings(
        JsonDocument.required(what, json, "device"),
        JsonDocument.text(json, "job"),
        JsonDocument.time(json, "at").orElse(Instant.EPOCH),
        text(json, "form"),
        text(json, "rows_refused"),
        text(json, "nesting").map(name -> constant(what, Nesting.class, name)),
        text(json, "columns").map(name -> constant(what, ColumnOrder.class, name)),
        Optional.of(json.path("gate")).filter(JsonNode::isObject).map(node -> gate(what, node)),
        JsonDocument.number(json, "visible_seconds"),
        text(json, "retry_after"),
        text(json, "cancel_code"),
        JsonDocument.number(json, "qpu_seconds"));
  }

  private static GateFinding gate(String what, JsonNode json) {
    return new GateFinding(
        JsonDocument.required(what, json, "name"),
        constant(what, GateFinding.Verdict.class, JsonDocument.required(what, json, "verdict")),
        JsonDocument.text(json, "reason"));
  }

  private static Optional<String> text(JsonNode json, String name) {
    return Optional.of(JsonDocument.text(json, name)).filter(value -> !value.isEmpty());
  }

  private static <E extends Enum<E>> E constant(String what, Class<E> type, String name) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    throw new IbmProtocolException(what + " has an unknown word: " + ErrorBodies.shortened(name));
  }
}

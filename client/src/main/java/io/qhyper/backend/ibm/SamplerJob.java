package io.qhyper.backend.ibm;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code POST /jobs} for the sampler (reference, sections 2.2 and 3): the one place
 * that knows the program and its parameters.
 *
 * @param backend name of the device
 * @param pubs what is run, in the order of the results
 * @param shots of every row
 * @param cost cap on the execution time in seconds
 * @param tags at most 8 of at most 86 characters
 * @param session id of a session or batch to run in
 */
record SamplerJob(
    String backend,
    List<Pub> pubs,
    int shots,
    SamplerOptions options,
    int cost,
    List<String> tags,
    Optional<String> session) {
  private static final int MOST_TAGS = 8;
  private static final int LONGEST_TAG = 86;

  /**
   * One program.
   *
   * @param text OpenQASM 3
   * @param rows values of its inputs in the order of the inputs' names; none for a program without
   */
  record Pub(String text, List<double[]> rows) {
    /** Number of rows in the result. */
    int resultRows() {
      return Math.max(1, rows.size());
    }
  }

  SamplerJob {
    pubs = List.copyOf(pubs);
    tags = List.copyOf(tags);
    if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
      throw new IllegalArgumentException("a job may have 8 tags of 86 characters, got " + tags);
    }
  }

  /** Circuits × rows × shots. */
  long executions() {
    return pubs.stream().mapToLong(Pub::resultRows).sum() * shots;
  }

  /** The same in a session or batch. */
  SamplerJob in(Optional<String> other) {
    return new SamplerJob(backend, pubs, shots, options, cost, tags, other);
  }

  byte[] json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JsonDocument.MAPPER.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("program_id", "sampler");
      out.writeStringField("backend", backend);
      out.writeFieldName("tags");
      out.writeArray(tags.toArray(new String[0]), 0, tags.size());
      out.writeNumberField("cost", cost);
      if (session.isPresent()) {
        out.writeStringField("session_id", session.get());
      }
      out.writeObjectFieldStart("params");
      out.writeArrayFieldStart("pubs");
      for (Pub pub : pubs) {
        write(out, pub);
      }
      out.writeEndArray();
      out.writeNumberField("version", 2); // without it the job fails as one of version 1
      out.writeBooleanField("support_qiskit", false); // plain JSON results
      writeOptions(out);
      out.writeEndObject();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private void write(JsonGenerator out, Pub pub) throws IOException {
    out.writeStartArray();
    out.writeString(pub.text());
    if (pub.rows().isEmpty()) {
      out.writeNull();
    } else {
      out.writeStartArray();
      for (double[] row : pub.rows()) {
        out.writeArray(row, 0, row.length);
      }
      out.writeEndArray();
    }
    out.writeNumber(shots);
    out.writeEndArray();
  }

  private void writeOptions(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("options");
    if (options.dynamicalDecoupling().isPresent()) {
      out.writeObjectFieldStart("dynamical_decoupling");
      out.writeBooleanField("enable", true);
      out.writeStringField("sequence_type", options.dynamicalDecoupling().get());
      out.writeEndObject();
    }
    if (options.initializeQubits().isPresent() || options.repetitionDelay().isPresent()) {
      out.writeObjectFieldStart("execution");
      writeFlag(out, "init_qubits", options.initializeQubits());
      if (options.repetitionDelay().isPresent()) {
        out.writeNumberField("rep_delay", options.repetitionDelay().get());
      }
      out.writeEndObject();
    }
    if (options.twirlGates().isPresent() || options.twirlMeasurements().isPresent()) {
      out.writeObjectFieldStart("twirling");
      writeFlag(out, "enable_gates", options.twirlGates());
      writeFlag(out, "enable_measure", options.twirlMeasurements());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void writeFlag(JsonGenerator out, String name, Optional<Boolean> value)
      throws IOException {
    if (value.isPresent()) {
      out.writeBooleanField(name, value.get());
    }
  }
}

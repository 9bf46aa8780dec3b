package io.qhyper.compare;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a sample was measured on, as fingerprints; each is empty where it is not known.
 *
 * @param program of the OpenQASM text that was sent
 * @param parameters of the values of its inputs
 * @param compiled of the text in native gates; empty also where nothing was compiled
 */
public record Provenance(
    Optional<String> program, Optional<String> parameters, Optional<String> compiled) {
  /** Nothing is known. */
  public static final Provenance UNKNOWN =
      new Provenance(Optional.empty(), Optional.empty(), Optional.empty());

  private static final int BYTES_SHOWN = 6;

  /**
   * Something that differs between two samples.
   *
   * @param what program, parameters or compiled
   * @param first fingerprint of the first sample
   * @param second fingerprint of the second sample
   */
  public record Difference(String what, String first, String second) {}

  /** A program with the values of its inputs, not compiled for a device. */
  public static Provenance of(String program, double[] row) {
    ByteBuffer values = ByteBuffer.allocate(row.length * Double.BYTES);
    for (double value : row) {
      values.putDouble(value);
    }
    return new Provenance(
        Optional.of(fingerprint(program.getBytes(StandardCharsets.UTF_8))),
        Optional.of(fingerprint(values.array())),
        Optional.empty());
  }

  /** The same program compiled to a text in native gates. */
  public Provenance compiledTo(String text) {
    return new Provenance(
        program, parameters, Optional.of(fingerprint(text.getBytes(StandardCharsets.UTF_8))));
  }

  /** What is known of both and differs. */
  public List<Difference> differences(Provenance other) {
    List<Difference> differences = new ArrayList<>();
    add(differences, "program", program, other.program);
    add(differences, "parameters", parameters, other.parameters);
    add(differences, "compiled", compiled, other.compiled);
    return differences;
  }

  private static void add(
      List<Difference> differences, String what, Optional<String> first, Optional<String> second) {
    if (first.isPresent() && second.isPresent() && !first.equals(second)) {
      differences.add(new Difference(what, first.get(), second.get()));
    }
  }

  private static String fingerprint(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, BYTES_SHOWN);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

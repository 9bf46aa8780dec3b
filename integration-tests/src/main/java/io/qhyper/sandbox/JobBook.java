package io.qhyper.sandbox;

import io.qhyper.random.Purpose;
import io.qhyper.random.StreamKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All jobs that were accepted, in that order, with ids that no other sandbox gives. */
final class JobBook {
  private static final int TIME_DIGITS = 11;
  private static final int COUNT_DIGITS = 8;

  private final SandboxSettings settings;
  private final long born;
  private final Map<String, SandboxJob> jobs = new LinkedHashMap<>();
  private final Map<String, Long> repeats = new HashMap<>();
  private long count;

  JobBook(SandboxSettings settings, Instant born) {
    this.settings = settings;
    this.born = born.toEpochMilli();
  }

  /**
   * Accepts a job. Its measurement outcomes follow from the seed, its content, and how often that
   * content came before: a run can be repeated with another sandbox of the same seed, and the same
   * job sent twice gives independent outcomes.
   */
  SandboxJob accept(
      Submitted submitted,
      DeviceRules rules,
      String instance,
      Optional<JobFate> fate,
      Instant now) {
    byte[] content = digest(submitted.content(), 0);
    String key = new String(content, StandardCharsets.ISO_8859_1);
    long before = repeats.merge(key, 1L, Long::sum) - 1;
    StreamKey stream =
        StreamKey.of(settings.seed(), Purpose.MODELLED_SERVICE)
            .withIteration(ByteBuffer.wrap(digest(content, before)).getLong());
    long cap =
        submitted
            .cost()
            .orElse(settings.limits().plan() == SandboxSettings.Plan.OPEN ? 600L : 10_800L);
    SandboxJob job =
        new SandboxJob(
            newId(),
            instance,
            submitted,
            new Execution(submitted, rules, stream),
            settings.pace(),
            cap,
            fate,
            now);
    jobs.put(job.id(), job);
    return job;
  }

  /** SHA-256 of a content and a number. */
  static byte[] digest(byte[] content, long number) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content);
      return digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Twenty lower-case letters and digits, as those of the service. */
  String newId() {
    return "d" + digits(born, TIME_DIGITS) + digits(++count, COUNT_DIGITS);
  }

  private static String digits(long number, int length) {
    String text = Long.toString(number, Character.MAX_RADIX);
    return "0".repeat(Math.max(0, length - text.length())) + text;
  }

  /**
   * A job of an instance that can be asked for by now.
   *
   * @throws Refusal if there is none
   */
  SandboxJob job(String id, String instance, Instant now) {
    SandboxJob job = jobs.get(id);
    if (job == null || !job.instance().equals(instance) || !job.isShown(now)) {
      throw Refusal.notFound("Job not found. Job ID: " + id);
    }
    return job;
  }

  void remove(SandboxJob job) {
    jobs.remove(job.id());
  }

  /** All jobs, the oldest first. */
  List<SandboxJob> all() {
    return new ArrayList<>(jobs.values());
  }

  /** Jobs of an instance, the oldest first. */
  List<SandboxJob> of(String instance) {
    return jobs.values().stream().filter(job -> job.instance().equals(instance)).toList();
  }

  /** Seconds that an instance has been charged. */
  long charged(String instance, Instant now) {
    return of(instance).stream().mapToLong(job -> job.charged(now)).sum();
  }
}

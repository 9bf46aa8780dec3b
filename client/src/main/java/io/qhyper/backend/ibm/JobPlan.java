package io.qhyper.backend.ibm;

import io.qhyper.backend.Digest;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.ibm.JobLimits.Range;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Cuts a request into jobs of the service. The cut depends on the program, the number of rows and
 * the shots, not on the values in the rows: all steps of a loop are cut alike, and a plan tells
 * how.
 */
final class JobPlan {
  private static final int PUB_BYTES = 64;
  private static final int NUMBER_BYTES = 25;

  private final DeviceProgram program;
  private final JobRequest request;
  private final IbmOptions options;

  /**
   * One job.
   *
   * @param shape what its result must look like
   * @param make gives the job for the tags that it shall carry
   */
  record Part(Submission submission, ResultShape shape, Function<List<String>, SamplerJob> make) {
    /** The job that carries a unique tag. */
    SamplerJob job(String tag) {
      return make.apply(List.of(tag, shape.tag()));
    }
  }

  JobPlan(DeviceProgram program, JobRequest request, IbmOptions options) {
    this.program = program;
    this.request = request;
    this.options = options;
  }

  /**
   * Refuses rows that do not fit the program.
   *
   * @throws IllegalArgumentException if a row has the wrong length or a value that is not finite
   */
  void check() {
    int inputs = program.inputs().size();
    for (int row = 0; row < request.rows().size(); row++) {
      double[] values = request.rows().get(row);
      if (values.length != inputs) {
        throw new IllegalArgumentException(
            "the program has " + inputs + " inputs, row " + row + " has " + values.length);
      }
      for (int i = 0; i < inputs; i++) {
        if (!Double.isFinite(values[i])) {
          throw new IllegalArgumentException(
              "input "
                  + program.inputs().get(i)
                  + " must be finite, row "
                  + row
                  + " has "
                  + values[i]);
        }
      }
    }
    options.limits().split(0, new long[request.rows().size()], request.shots());
  }

  /** Whether all rows of a job go with one program, if the service does not refuse that. */
  boolean isByRows() {
    return isByRows(program, options);
  }

  /** Whether there are values that could go in rows. */
  boolean canBeByRows() {
    return !program.inputs().isEmpty();
  }

  static boolean isByRows(DeviceProgram program, IbmOptions options) {
    return options.bind() == BindMode.ROWS && !program.inputs().isEmpty();
  }

  /** The jobs that are tried first. */
  List<Part> preferred() {
    return isByRows() ? rows() : texts();
  }

  /** Jobs with one bound program for each row. */
  List<Part> texts() {
    long[] sizes = new long[request.rows().size()];
    Arrays.fill(sizes, bytes(program.open()) + (long) NUMBER_BYTES * program.openAngles());
    return parts(
        options.limits().split(0, sizes, request.shots()),
        BindMode.TEXT,
        Range::size,
        range ->
            request.rows().subList(range.from(), range.to()).stream()
                .map(row -> new SamplerJob.Pub(program.bound(row), List.of()))
                .toList());
  }

  /** Jobs with one open program and all rows of the job. */
  List<Part> rows() {
    String text = program.open();
    long[] sizes =
        request.rows().stream().mapToLong(row -> (long) NUMBER_BYTES * row.length).toArray();
    return parts(
        options.limits().split(bytes(text), sizes, request.shots()),
        BindMode.ROWS,
        range -> 1,
        range ->
            List.of(
                new SamplerJob.Pub(
                    text,
                    request.rows().subList(range.from(), range.to()).stream()
                        .map(program::sorted)
                        .toList())));
  }

  private static long bytes(String text) {
    return (long) text.getBytes(StandardCharsets.UTF_8).length + PUB_BYTES;
  }

  private List<Part> parts(
      List<Range> ranges,
      BindMode form,
      ToIntFunction<Range> pubs,
      Function<Range, List<SamplerJob.Pub>> pubsOf) {
    String content = HexFormat.of().formatHex(Digest.of(request));
    List<Part> parts = new ArrayList<>();
    for (Range range : ranges) {
      Submission submission =
          new Submission(
              request.stream(),
              content,
              form,
              parts.size(),
              ranges.size(),
              range.from(),
              range.size(),
              request.shots(),
              seconds((long) range.size() * request.shots()));
      int count = pubs.applyAsInt(range);
      ResultShape shape =
          new ResultShape(count, range.size() / count, request.shots(), program.registers());
      parts.add(new Part(submission, shape, tags -> job(pubsOf.apply(range), tags, range.size())));
    }
    return parts;
  }

  /** The cap on the time of a job with so many rows, in seconds. */
  int cap(int rows) {
    return program.time(options.time()).cap((long) rows * request.shots(), options.margin());
  }

  private double seconds(long executions) {
    return program.time(options.time()).seconds(1, executions);
  }

  private SamplerJob job(List<SamplerJob.Pub> pubs, List<String> tags, int rows) {
    return new SamplerJob(
        options.device(),
        pubs,
        request.shots(),
        options.sampler(),
        cap(rows),
        tags,
        Optional.empty());
  }
}

package io.qhyper.backend.ibm;

import io.qhyper.backend.JobRequest;
import io.qhyper.backend.ibm.JobLimits.Range;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cuts a request into jobs of the service; the same request always gives the same jobs. */
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

  /** Jobs with one bound program for each row. */
  List<Part> texts() {
    List<SamplerJob.Pub> pubs =
        request.rows().stream()
            .map(row -> new SamplerJob.Pub(program.bound(row), List.of()))
            .toList();
    long[] sizes = pubs.stream().mapToLong(pub -> bytes(pub.text())).toArray();
    return parts(
        options.limits().split(0, sizes, request.shots()),
        BindMode.TEXT,
        range -> pubs.subList(range.from(), range.to()));
  }

  /** Jobs with one open program and all rows of the job. */
  List<Part> rows() {
    String text = program.open();
    long[] sizes =
        request.rows().stream().mapToLong(row -> (long) NUMBER_BYTES * row.length).toArray();
    return parts(
        options.limits().split(bytes(text), sizes, request.shots()),
        BindMode.ROWS,
        range ->
            List.of(
                new SamplerJob.Pub(
                    text,
                    request.rows().subList(range.from(), range.to()).stream()
                        .map(program::sorted)
                        .toList())));
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length + PUB_BYTES;
  }

  private List<Part> parts(
      List<Range> ranges, BindMode form, Function<Range, List<SamplerJob.Pub>> pubsOf) {
    List<Part> parts = new ArrayList<>();
    for (Range range : ranges) {
      List<SamplerJob.Pub> pubs = pubsOf.apply(range);
      Submission submission =
          new Submission(
              request.stream(),
              form,
              parts.size(),
              ranges.size(),
              range.from(),
              range.size(),
              request.shots());
      ResultShape shape =
          new ResultShape(
              pubs.size(), pubs.get(0).resultRows(), request.shots(), program.registers());
      parts.add(new Part(submission, shape, tags -> job(pubs, tags, range.size())));
    }
    return parts;
  }

  private SamplerJob job(List<SamplerJob.Pub> pubs, List<String> tags, int rows) {
    int cap = options.time().cap((long) rows * request.shots(), options.margin());
    return new SamplerJob(
        options.device(), pubs, request.shots(), options.sampler(), cap, tags, options.session());
  }
}

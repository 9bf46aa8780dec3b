package io.qhyper.backend.ibm;

import io.qhyper.backend.BackendException;
import io.qhyper.backend.JobId;
import io.qhyper.backend.JobRequest;
import io.qhyper.backend.ibm.IbmException.Kind;
import io.qhyper.backend.ibm.JobPlan.Part;
import io.qhyper.qasm.QasmSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the jobs of a request, in the form that is asked for or that the service takes.
 *
 * <p>Parts that an earlier attempt has sent are not sent again, in whichever form that was.
 */
final class Submitter {
  private final IbmOptions options;
  private final JobCare care;
  private final ProgramCompiler compiler;
  private final SubmissionDesk desk;
  private final JobStates states;
  private volatile boolean rowsRefused;
  private volatile Known known = new Known("", Optional.empty());

  /** The last program; a loop sends the same one again and again. */
  private record Known(String text, Optional<DeviceProgram> program) {}

  Submitter(
      IbmOptions options,
      JobCare care,
      ProgramCompiler compiler,
      SubmissionDesk desk,
      JobStates states) {
    this.options = options;
    this.care = care;
    this.compiler = compiler;
    this.desk = desk;
    this.states = states;
  }

  /** The jobs of a request, in the order of its rows. */
  List<JobId> submit(JobRequest request) {
    JobPlan plan;
    try {
      plan = new JobPlan(program(request.program()), request, options);
      plan.check();
    } catch (QasmSyntaxException | IllegalArgumentException e) {
      throw new BackendException(BackendException.Kind.BAD_REQUEST, e.getMessage(), e);
    }
    try {
      List<Part> texts = plan.texts();
      if (isByRows(plan, texts)) {
        Optional<List<JobId>> byRows = submitRows(plan.rows());
        if (byRows.isPresent()) {
          return byRows.get();
        }
      }
      requireAllowance(texts);
      return submit(texts);
    } catch (IllegalArgumentException e) {
      throw new BackendException(BackendException.Kind.BAD_REQUEST, e.getMessage(), e);
    } catch (IbmException e) {
      throw BackendErrors.of("the job was not submitted: ", e);
    }
  }

  private DeviceProgram program(String text) {
    Known last = known;
    if (last.program().isPresent() && last.text().equals(text)) {
      return last.program().get();
    }
    DeviceProgram program = DeviceProgram.of(text, compiler);
    known = new Known(text, Optional.of(program));
    return program;
  }

  /** What was begun in one form goes on in it, whatever is asked for now. */
  private boolean isByRows(JobPlan plan, List<Part> texts) {
    if (isBegun(texts)) {
      return false;
    }
    return plan.canBeByRows() && isBegun(plan.rows()) || plan.isByRows() && !rowsRefused;
  }

  private boolean isBegun(List<Part> parts) {
    return care.log().earlier(parts.get(0).submission()).isPresent();
  }

  /** All that is to be sent must be allowed before any of it is. */
  private void requireAllowance(List<Part> parts) {
    double seconds =
        parts.stream()
            .map(Part::submission)
            .filter(submission -> care.log().earlier(submission).isEmpty())
            .mapToDouble(Submission::seconds)
            .sum();
    if (seconds > 0) {
      care.allowance().require(seconds);
    }
  }

  /** Empty if the service refuses the first job of this form. */
  private Optional<List<JobId>> submitRows(List<Part> parts) {
    requireAllowance(parts);
    List<JobId> ids = new ArrayList<>();
    try {
      ids.addAll(submit(parts.subList(0, 1)));
    } catch (IbmServiceException e) {
      if (e.kind() != Kind.BAD_REQUEST || SubmissionDesk.isSessionClosed(e)) {
        throw e;
      }
      rowsRefused = true;
      return Optional.empty();
    }
    ids.addAll(submit(parts.subList(1, parts.size())));
    return Optional.of(ids);
  }

  private List<JobId> submit(List<Part> parts) {
    List<JobId> ids = new ArrayList<>();
    for (Part part : parts) {
      JobId id = desk.submit(part.submission(), part::job);
      states.remember(id.value(), part.shape());
      ids.add(id);
    }
    return ids;
  }
}

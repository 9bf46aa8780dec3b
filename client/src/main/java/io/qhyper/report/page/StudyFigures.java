package io.qhyper.report.page;

import io.qhyper.report.page.StudyFigure.Estimate;
import io.qhyper.report.page.StudyFigure.Guide;
import java.util.List;

/** The figures of the ready-made studies. */
final class StudyFigures {
  static final List<StudyFigure> ALL =
      List.of(
          new StudyFigure(
              "shots",
              "gradient_error",
              "shots",
              "Error of the gradient against shots",
              "Length of the difference between the measured and the exact gradient: means over"
                  + " seeds with their standard errors. The dashed lines fall as 1/√shots; they are"
                  + " fitted to the whole series.",
              "shots of each circuit",
              "length of the error",
              Estimate.MEAN,
              Guide.INVERSE_ROOT),
          new StudyFigure(
              "shots",
              "cosine_similarity",
              "shots",
              "Direction of the gradient against shots",
              "Cosine of the angle between the measured and the exact gradient: 1 is the same"
                  + " direction.",
              "shots of each circuit",
              "cosine similarity",
              Estimate.MEAN,
              Guide.NONE),
          new StudyFigure(
              "depth",
              "success",
              "layers",
              "Success probability against depth",
              "Part of the starts of exact L-BFGS that end within the tolerance of the enumerated"
                  + " minimum, with Wilson intervals of 95 %. 0 layers are the product state.",
              "layers",
              "success probability",
              Estimate.PROPORTION,
              Guide.NONE),
          new StudyFigure(
              "noise",
              "final_loss",
              "noise_scale",
              "Final loss under noise",
              "E at the end of training, taken under noise: of angles that are optimal without"
                  + " noise (lbfgs), and of those trained under it. Means over seeds with their"
                  + " standard errors.",
              "noise scale",
              "E",
              Estimate.MEAN,
              Guide.NONE),
          new StudyFigure(
              "optimizer",
              "final_loss",
              "total_shots",
              "Final loss against shots",
              "Exact E at the angles that a training recommends: means over seeds with their"
                  + " standard errors.",
              "shots spent by the training",
              "E",
              Estimate.MEAN,
              Guide.NONE),
          new StudyFigure(
              "optimizer",
              "final_loss",
              "qpu_seconds",
              "Final loss against QPU time",
              "The same against the estimated time on a quantum computer.",
              "estimated QPU seconds",
              "E",
              Estimate.MEAN,
              Guide.NONE));

  private StudyFigures() {}
}

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
                  + " seeds, each at angles of its own, with their standard errors. The dashed"
                  + " lines fall as 1/√shots; they are fitted to the whole series.",
              "length of the error",
              Estimate.MEAN,
              Guide.INVERSE_ROOT),
          new StudyFigure(
              "shots",
              "relative_gradient_error",
              "shots",
              "Relative error of the gradient against shots",
              "The same, divided by the length of the exact gradient.",
              "relative error",
              Estimate.MEAN,
              Guide.INVERSE_ROOT),
          new StudyFigure(
              "shots",
              "expected_gradient_error",
              "shots",
              "Error that the shots tell of themselves",
              "The length of the error as a run knows it, from the spread of its own shots and"
                  + " without the exact gradient.",
              "length of the error",
              Estimate.MEAN,
              Guide.INVERSE_ROOT),
          mean(
              "shots",
              "cosine_similarity",
              "shots",
              "Direction of the gradient against shots",
              "Cosine of the angle between the measured and the exact gradient: 1 is the same"
                  + " direction.",
              "cosine similarity"),
          mean(
              "shots",
              "shots_for_signal_to_noise",
              "shots",
              "Shots for the wanted signal to noise",
              "Shots of each circuit at which the error is as long as the gradient divided by the"
                  + " wanted ratio (--signal-to-noise), estimated from a measurement with so many"
                  + " shots. It depends much on the angles: flat gradients need more.",
              "shots needed of each circuit"),
          mean(
              "shots",
              "exact_gradient_norm",
              "shots",
              "Length of the exact gradient",
              "The same angles for all numbers of shots; the bars are the spread over angles.",
              "length of the gradient"),
          new StudyFigure(
              "depth",
              "success",
              "layers",
              "Success probability against depth",
              "Part of the starts of exact L-BFGS that end within the tolerance of the enumerated"
                  + " minimum, with Wilson intervals of 95 %. 0 layers are the product state.",
              "success probability",
              Estimate.PROPORTION,
              Guide.NONE),
          mean(
              "depth",
              "distance_to_minimum",
              "layers",
              "Distance to the minimum against depth",
              "E at the end of a training above the enumerated minimum; those that succeed end"
                  + " early, within a tenth of the tolerance.",
              "E above the minimum"),
          mean("depth", "final_loss", "layers", "Final loss against depth", "E at the end.", "E"),
          mean(
              "depth",
              "iterations",
              "layers",
              "Steps against depth",
              "Steps of L-BFGS until the end.",
              "steps"),
          mean(
              "noise",
              "final_loss",
              "noise_scale",
              "Final loss under noise",
              "E under noise: at angles that are optimal without noise (exact, lbfgs), and at those"
                  + " that were trained by shots under the same noise. Means over seeds with their"
                  + " standard errors.",
              "E"),
          mean(
              "noise",
              "measured_loss",
              "noise_scale",
              "Loss as the training measured it",
              "E of the angles trained under noise, by the fresh shots at the end of a training.",
              "measured E"),
          mean(
              "optimizer",
              "final_loss",
              "total_shots",
              "Final loss against shots",
              "Exact E at the angles that a training recommends: means over seeds with their"
                  + " standard errors.",
              "E"),
          mean(
              "optimizer",
              "final_loss",
              "qpu_seconds",
              "Final loss against QPU time",
              "The same against the estimated time on a quantum computer: 2 s a job and 0.35 ms a"
                  + " shot.",
              "E"),
          mean(
              "optimizer",
              "measured_loss",
              "total_shots",
              "Loss as the training measured it",
              "E of the recommended angles by the fresh shots at the end of a training.",
              "measured E"),
          mean(
              "optimizer",
              "iterations",
              "total_shots",
              "Steps for the shots",
              "How many steps the shots were enough for.",
              "steps"));

  private StudyFigures() {}

  private static StudyFigure mean(
      String study, String quantity, String column, String title, String text, String yLabel) {
    return new StudyFigure(study, quantity, column, title, text, yLabel, Estimate.MEAN, Guide.NONE);
  }
}

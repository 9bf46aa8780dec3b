/**
 * Labelled examples: what networks are trained and tested on.
 *
 * <p>A {@link io.qhyper.data.DataSet} is a table of real features with one class label 0, 1, … per
 * row. It comes from the bundled 4×4 MNIST images ({@link io.qhyper.data.Mnist4x4}), from the
 * original MNIST files, from a seeded generator ({@link io.qhyper.data.Gaussians}), or from a
 * user's own files ({@link io.qhyper.data.CsvReader}). Readers refuse what they do not understand
 * with a {@link io.qhyper.data.MalformedDataException} that names the place.
 */
package io.qhyper.data;

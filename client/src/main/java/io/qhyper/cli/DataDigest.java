package io.qhyper.cli;

import io.qhyper.bnn.Problem;
import io.qhyper.data.DataSet;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a run that goes on has the data that it began with. */
final class DataDigest {
  private DataDigest() {}

  /** SHA-256 over the examples that losses are computed on and the meaning of the bits. */
  static String of(Problem problem) {
    MessageDigest digest = sha256();
    DataSet data = problem.trainingSet();
    for (int row = 0; row < data.size(); row++) {
      double[] features = data.features().row(row);
      ByteBuffer bytes = ByteBuffer.allocate(features.length * Double.BYTES + Integer.BYTES);
      for (double feature : features) {
        bytes.putDouble(feature);
      }
      digest.update(bytes.putInt(data.label(row)).array());
    }
    digest.update(problem.layout().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package io.qhyper.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes points with null for what is not a finite number, which leaves a gap in the chart. */
final class PointsSerializer extends StdSerializer<double[][]> {
  private static final long serialVersionUID = 1;

  PointsSerializer() {
    super(double[][].class);
  }

  @Override
  public void serialize(double[][] points, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    out.writeStartArray();
    for (double[] point : points) {
      out.writeStartArray();
      for (double value : point) {
        if (Double.isFinite(value)) {
          out.writeNumber(value);
        } else {
          out.writeNull();
        }
      }
      out.writeEndArray();
    }
    out.writeEndArray();
  }
}

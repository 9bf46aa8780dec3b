package io.qhyper.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qhyper.bnn.Encoding;
import io.qhyper.bnn.LogisticModel;
import io.qhyper.data.DataSet;
import io.qhyper.data.Features;
import io.qhyper.qasm.QasmReader;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class DrawingsTest {
  private static final String HOSTILE = "</title><script>alert('1')</script>&\"\u0001";

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  private static int count(Element element, String name) {
    return element.getElementsByTagName(name).getLength();
  }

  @Test
  void textStaysTextAndTheDocumentWellFormed() throws Exception {
    Element svg = parsed(new Svg(10, 20.5, HOSTILE).text(1, 2, HOSTILE, "class", HOSTILE).end());

    assertThat(count(svg, "script")).isZero();
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(HOSTILE.replace('\u0001', '\ufffd'));
    assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 10 20.50");
  }

  @Test
  void aCircuitHasAWireForEachUsedQubitAndSaysWhatDoesNotFit() throws Exception {
    String gates = "OPENQASM 3.0; include \"stdgates.inc\"; qubit[3] q; bit[3] c; cx q[0], q[2];";

    CircuitDrawing.Drawn small = CircuitDrawing.of(QasmReader.read(gates), "small");
    CircuitDrawing.Drawn deep =
        CircuitDrawing.of(QasmReader.read(gates + "h q[0];".repeat(70)), "");

    assertThat(count(parsed(small.svg()), "circle")).as("control and target").isEqualTo(2);
    assertThat(small.svg()).contains(">q0<", ">q2<").doesNotContain(">q1<");
    assertThat(small.leftOut()).isZero();
    assertThat(deep.leftOut()).isEqualTo(1 + 70 - 60);
  }

  @Test
  void pixelsShowEachWeight() throws Exception {
    LogisticModel model =
        new LogisticModel(Encoding.MINUS_THREE_PLUS_ONE, List.of(1, -3, 1, 1), -3);
    DataSet none =
        DataSet.of(Features.of(List.of("a", "b", "c", "d"), new double[4]), new int[] {0});

    Element svg = parsed(NetworkDrawing.of(model, HOSTILE, none).orElseThrow());

    assertThat(count(svg, "rect")).isEqualTo(4);
    assertThat(svg.getTextContent()).contains("−3").contains("bias −3");
  }

  @Test
  void aPathIsLaidOutStraight() {
    double[][] places =
        Embedding.of(List.of(Set.of(1), Set.of(0, 2), Set.of(1, 3), Collections.singleton(2)));

    double ends = Math.hypot(places[0][0] - places[3][0], places[0][1] - places[3][1]);
    assertThat(ends).isCloseTo(3, within(1e-3));
  }

  @Test
  void coloursRunFromDarkToBright() {
    assertThat(ColourScale.at(-1)).isEqualTo(ColourScale.at(0)).isEqualTo("#00224e");
    assertThat(ColourScale.at(2)).isEqualTo("#fee838");
  }
}

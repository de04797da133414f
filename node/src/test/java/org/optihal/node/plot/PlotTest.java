package org.optihal.node.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class PlotTest {
  private static final Axis TIME = Axis.time("time");

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static Plot plot(String title, Axis y, Series... series) {
    return new Plot(title, TIME, y, List.of(series), List.of());
  }

  private static Series series(String name, double... y) {
    double[] x = new double[y.length];
    Arrays.setAll(x, i -> i);
    return new Series(name, x, y);
  }

  /** Path data of a series in the inner image, where curves are. */
  private static String curve(Document svg, int index) {
    NodeList inner = svg.getDocumentElement().getElementsByTagName("svg");
    return inner
        .item(0)
        .getChildNodes()
        .item(index)
        .getAttributes()
        .getNamedItem("d")
        .getNodeValue();
  }

  @Test
  void whateverTheTextsAreTheImageIsWellFormed() throws Exception {
    String hostile = "<script>alert(\"&\")</script>";

    Document svg =
        parse(
            new Plot(
                    hostile,
                    new Axis(hostile, hostile, Axis.Scale.LINEAR),
                    Axis.linear(hostile, hostile),
                    List.of(series(hostile, 1, 2), series("b", 2, 1)),
                    List.of(new Mark(0.5, hostile)))
                .svg());

    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo(hostile);
  }

  @Test
  void aFileOfItsOwnBringsItsColorsForLightAndDark() throws Exception {
    String file = plot("p", Axis.linear("", ""), series("a", 1, 2)).file();

    assertThat(parse(file).getElementsByTagName("style").getLength()).isEqualTo(1);
    assertThat(file).contains("prefers-color-scheme:dark");
  }

  @Test
  void aValueThatIsMissingMakesAGap() throws Exception {
    Document svg = parse(plot("p", Axis.linear("", ""), series("a", 1, 2, Double.NaN, 2, 1)).svg());

    assertThat(curve(svg, 0).chars().filter(c -> c == 'M').count()).isEqualTo(2);
  }

  @Test
  void aLogarithmicAxisLeavesOutZero() throws Exception {
    Document svg = parse(plot("p", Axis.logarithmic("", ""), series("a", 10, 0, 1000)).svg());

    assertThat(curve(svg, 0)).doesNotContain("NaN").doesNotContain("Infinity");
    assertThat(curve(svg, 0).chars().filter(c -> c == 'M').count()).isEqualTo(2);
  }

  @Test
  void manyPointsAreThinnedAndNoSpikeIsLost() throws Exception {
    double[] y = new double[200_000];
    Arrays.fill(y, 1);
    y[123_457] = 100;

    Document svg = parse(plot("p", Axis.linear("", ""), series("a", y)).svg());

    String path = curve(svg, 0);
    assertThat(path.length()).isLessThan(30_000);
    assertThat(path).contains(" 11.9"); // 100 of 106, from the bottom of 210
  }

  @Test
  void nothingToShowIsSaid() throws Exception {
    assertThat(plot("p", Axis.linear("", ""), series("a", Double.NaN)).svg()).contains("no values");
    assertThat(parse(plot("p", Axis.linear("", "")).svg())).isNotNull();
  }

  @Test
  void aConstantHasAPlot() throws Exception {
    for (double value : new double[] {0, -3, 1e-12, 7e9}) {
      String path =
          curve(parse(plot("p", Axis.linear("", ""), series("a", value, value)).svg()), 0);
      assertThat(path).as("plot of %s", value).doesNotContain("NaN").startsWith("M0 ");
    }
  }

  @Test
  void placesAndValuesMustBeAsMany() {
    assertThatThrownBy(() -> new Series("a", new double[1], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a has 1 places for 2 values");
  }
}

package org.optihal.node.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.optihal.node.plot.Axis.Scale;

/**
 * A line plot. The picture scales with the width it is given; the letters are made for one of 360
 * to 720 pixels.
 *
 * @param title one line
 * @param series drawn in this order, named in the legend
 * @param marks things that happened
 */
public record Plot(String title, Axis x, Axis y, List<Series> series, List<Mark> marks) {
  private static final int WIDTH = 560;
  private static final int LEFT = 62;
  private static final int RIGHT = 14;
  private static final int TOP = 44;
  private static final int HEIGHT = 210;
  private static final int LEGEND_ROW = 18;
  private static final int SWATCH = 26;

  /** Mean width of a letter of the legend. */
  private static final double LETTER = 6.4;

  /** A logarithmic axis shows no more decades than this below the highest value. */
  private static final double DEEPEST = 1e-7;

  public Plot {
    series = List.copyOf(series);
    marks = List.copyOf(marks);
  }

  /** For a page that has {@link PlotStyle#css}. */
  public String svg() {
    return svg("");
  }

  /** For a file of its own. */
  public String file() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + svg("<style>" + PlotStyle.css() + ".plot{background:var(--paper)}</style>")
        + "\n";
  }

  private String svg(String style) {
    List<double[]> legend = legend();
    int rows = legend.isEmpty() ? 0 : (int) legend.get(legend.size() - 1)[1] + 1;
    int height = TOP + HEIGHT + 44 + rows * LEGEND_ROW;
    Svg svg = new Svg();
    svg.raw("<svg class=\"plot\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
    svg.raw(WIDTH + " " + height + "\" aria-label=\"").escaped(title).raw("\">").raw(style);
    svg.label("title", LEFT, 16, title);
    Range across = across();
    Range up = up();
    if (across.isEmpty() || up.isEmpty()) {
      svg.label("middle", WIDTH / 2.0, TOP + HEIGHT / 2.0, "no values");
    } else {
      area(svg, across, up);
    }
    for (int i = 0; i < legend.size(); i++) {
      double left = LEFT + legend.get(i)[0];
      double top = TOP + HEIGHT + 56 + legend.get(i)[1] * LEGEND_ROW;
      svg.line("curve s" + i % PlotStyle.SERIES, left, top - 4, left + SWATCH - 6, top - 4);
      svg.label("name", left + SWATCH, top, series.get(i).name());
    }
    return svg.raw("</svg>").toString();
  }

  /** Place and row of each name; one series needs none. */
  private List<double[]> legend() {
    List<double[]> places = new ArrayList<>();
    double x = 0;
    int row = 0;
    for (Series s : series.size() == 1 ? List.<Series>of() : series) {
      double width = SWATCH + 14 + s.name().length() * LETTER;
      if (x > 0 && x + width > WIDTH - LEFT) {
        x = 0;
        row++;
      }
      places.add(new double[] {x, row});
      x += width;
    }
    return places;
  }

  private void area(Svg svg, Range across, Range up) {
    int right = WIDTH - RIGHT;
    int bottom = TOP + HEIGHT;
    DoubleUnaryOperator toX = across.onto(0, right - LEFT);
    DoubleUnaryOperator toY = up.onto(HEIGHT, 0);
    Ticks ticks = Ticks.of(y, up.low, up.high, 7);
    for (Ticks.Tick t : ticks.list()) {
      double at = TOP + toY.applyAsDouble(t.at());
      svg.line("grid", LEFT, at, right, at);
      svg.label("right", LEFT - 7, at + 4, t.label());
    }
    svg.label("unit", LEFT, TOP - 9, ticks.title());
    Ticks below = Ticks.of(x, across.low, across.high, 7);
    for (Ticks.Tick t : below.list()) {
      double at = LEFT + toX.applyAsDouble(t.at());
      svg.line("axis", at, bottom, at, bottom + 4);
      svg.label("middle", at, bottom + 18, t.label());
    }
    svg.label("middle", (LEFT + right) / 2.0, bottom + 35, below.title());
    for (Mark m : marks) {
      double at = LEFT + toX.applyAsDouble(m.at());
      if (at >= LEFT && at <= right) {
        svg.line("mark", at, TOP, at, bottom);
        svg.label("marked middle", at, TOP - 2, m.label());
      }
    }
    // An inner image cuts off what would be outside; a clip path would need a name on the page.
    svg.raw("<svg x=\"" + LEFT + "\" y=\"" + TOP + "\" width=\"" + (right - LEFT));
    svg.raw("\" height=\"" + HEIGHT + "\">");
    for (int i = 0; i < series.size(); i++) {
      svg.raw("<path class=\"curve s" + i % PlotStyle.SERIES + "\" d=\"");
      svg.raw(new Envelope(toX, toY).path(series.get(i))).raw("\"/>");
    }
    svg.raw("</svg>").line("axis", LEFT, bottom, right, bottom);
  }

  /** What an axis reaches from and to. */
  private record Range(double low, double high, boolean logarithmic) {
    boolean isEmpty() {
      return !(low < high);
    }

    DoubleUnaryOperator onto(double from, double to) {
      double start = place(low);
      double scale = (to - from) / (place(high) - start);
      return value -> from + (place(value) - start) * scale;
    }

    /** Negative infinity and NaN for what has no place on a logarithmic axis. */
    private double place(double value) {
      return logarithmic ? StrictMath.log10(value) : value;
    }
  }

  private Range across() {
    double[] all =
        series.stream()
            .flatMapToDouble(s -> IntStream.range(0, s.size()).mapToDouble(s::x))
            .filter(Double::isFinite)
            .toArray();
    double low = DoubleStream.of(all).min().orElse(0);
    double high = DoubleStream.of(all).max().orElse(0);
    if (all.length > 0 && low == high) {
      return new Range(low - 0.5, high + 0.5, false);
    }
    return new Range(x.scale() == Scale.TIME ? Math.min(0, low) : low, high, false);
  }

  private Range up() {
    boolean logarithmic = y.scale() == Scale.LOGARITHMIC;
    double[] all =
        series.stream()
            .flatMapToDouble(s -> IntStream.range(0, s.size()).mapToDouble(s::y))
            .filter(v -> Double.isFinite(v) && (!logarithmic || v > 0))
            .toArray();
    if (all.length == 0) {
      return new Range(0, 0, logarithmic);
    }
    double low = DoubleStream.of(all).min().getAsDouble();
    double high = DoubleStream.of(all).max().getAsDouble();
    if (logarithmic) {
      return new Range(Math.max(low, high * DEEPEST) / 1.6, high * 1.6, true);
    }
    if (low >= 0 && low < high * 0.6) {
      low = 0; // a value that moves by half of itself is best seen from zero
    }
    double margin = high == low ? Math.max(Math.abs(high), 1e-3) * 0.1 : (high - low) * 0.06;
    return new Range(low == 0 ? 0 : low - margin, high + margin, false);
  }
}

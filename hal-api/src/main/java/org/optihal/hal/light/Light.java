package org.optihal.hal.light;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Light that passes a port in one direction at one instant: lines, and noise that is flat between
 * given edges. Immutable.
 */
public final class Light {
  /** No light at all. */
  public static final Light DARK = new Light(List.of(), new double[] {0, 1}, Map.of());

  private final List<Line> lines;
  private final double[] edges;
  private final Map<Cause, double[]> densities;

  /**
   * One laser's light, one channel's, or one quantum signal's.
   *
   * @param source device or element that made it, {@code comb#17} for one of many
   * @param hertz center
   * @param bandwidth in hertz
   * @param watts that came the way it was meant to
   * @param crosstalk in watts, by another core or another port of a switch
   * @param transmittance from the port where it was made, by the way it was meant to
   * @param delayPicos since then
   * @param misrotation angle on the Poincaré sphere by which its polarization was turned, in radian
   */
  public record Line(
      String source,
      double hertz,
      double bandwidth,
      double watts,
      double crosstalk,
      double transmittance,
      double delayPicos,
      double misrotation) {
    /** Whether it was made by this device or element. */
    public boolean isFrom(String id) {
      return source.equals(id) || source.startsWith(id + "#");
    }
  }

  /**
   * @param lines of any order
   * @param edges n + 1 frequencies in hertz, ascending
   * @param densities by cause, n values in W/Hz each, both polarizations together
   */
  public Light(List<Line> lines, double[] edges, Map<Cause, double[]> densities) {
    this.lines = List.copyOf(lines);
    this.edges = edges.clone();
    this.densities = new EnumMap<>(Cause.class);
    densities.forEach(
        (cause, d) -> {
          if (d.length != edges.length - 1) {
            throw new IllegalArgumentException(
                d.length + " densities of " + cause + " between " + edges.length + " edges");
          }
          this.densities.put(cause, d.clone());
        });
  }

  public List<Line> lines() {
    return lines;
  }

  /** The line of a source that has one. */
  public Optional<Line> line(String source) {
    return lines.stream().filter(l -> l.source().equals(source)).findFirst();
  }

  /** Edges of the bins in which noise is flat, in hertz. */
  public double[] edges() {
    return edges.clone();
  }

  /** All of it, in watts. */
  public double watts() {
    double sum = 0;
    for (Line l : lines) {
      sum += l.watts() + l.crosstalk();
    }
    for (Cause cause : densities.keySet()) {
      sum += noise(cause);
    }
    return sum;
  }

  /** Noise of one cause over the whole spectrum, in watts. */
  public double noise(Cause cause) {
    return noise(cause, edges[0], edges[edges.length - 1]);
  }

  /** Noise of one cause between two frequencies, in watts. */
  public double noise(Cause cause, double low, double high) {
    double[] density = densities.get(cause);
    if (density == null) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < density.length; i++) {
      double width = Math.min(high, edges[i + 1]) - Math.max(low, edges[i]);
      if (width > 0) {
        sum += density[i] * width;
      }
    }
    return sum;
  }

  /** What is between two frequencies, with lines and noise cut at the edges. */
  public Light within(double low, double high) {
    List<Line> inside = new ArrayList<>();
    for (Line l : lines) {
      double share = share(l, low, high);
      if (share > 0) {
        double from = Math.max(low, l.hertz() - l.bandwidth() / 2);
        double to = Math.min(high, l.hertz() + l.bandwidth() / 2);
        inside.add(
            share == 1
                ? l
                : new Line(
                    l.source(),
                    (from + to) / 2,
                    to - from,
                    l.watts() * share,
                    l.crosstalk() * share,
                    l.transmittance(),
                    l.delayPicos(),
                    l.misrotation()));
      }
    }
    int first = 0;
    while (first < edges.length - 2 && edges[first + 1] <= low) {
      first++;
    }
    int last = edges.length - 1;
    while (last > first + 1 && edges[last - 1] >= high) {
      last--;
    }
    double[] cutEdges = Arrays.copyOfRange(edges, first, last + 1);
    cutEdges[0] = Math.max(low, cutEdges[0]);
    cutEdges[cutEdges.length - 1] = Math.min(high, cutEdges[cutEdges.length - 1]);
    if (cutEdges[0] >= cutEdges[cutEdges.length - 1]) {
      return new Light(inside, DARK.edges, Map.of());
    }
    Map<Cause, double[]> cut = new EnumMap<>(Cause.class);
    for (Map.Entry<Cause, double[]> e : densities.entrySet()) {
      cut.put(e.getKey(), Arrays.copyOfRange(e.getValue(), first, last));
    }
    return new Light(inside, cutEdges, cut);
  }

  /** Power in each of the slots between ascending edges, in watts. */
  public double[] spectrum(double[] slots) {
    double[] watts = new double[slots.length - 1];
    for (int i = 0; i < watts.length; i++) {
      for (Cause cause : densities.keySet()) {
        watts[i] += noise(cause, slots[i], slots[i + 1]);
      }
      for (Line l : lines) {
        watts[i] += (l.watts() + l.crosstalk()) * share(l, slots[i], slots[i + 1]);
      }
    }
    return watts;
  }

  /** The share of a line, flat over its bandwidth, that lies in [low, high). */
  private static double share(Line l, double low, double high) {
    if (l.bandwidth() <= 0) {
      return l.hertz() >= low && l.hertz() < high ? 1 : 0;
    }
    double width =
        Math.min(high, l.hertz() + l.bandwidth() / 2)
            - Math.max(low, l.hertz() - l.bandwidth() / 2);
    return width <= 0 ? 0 : width / l.bandwidth();
  }
}

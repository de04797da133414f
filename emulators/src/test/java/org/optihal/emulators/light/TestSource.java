package org.optihal.emulators.light;

import java.util.ArrayList;
import java.util.List;

/** Lines that a test tunes, at a port {@code out} that absorbs what enters. */
public final class TestSource implements OpticalPart {
  private final String name;
  private final List<Line> lines = new ArrayList<>();

  /** A line whose power and frequency may be set. */
  public static final class Line implements Emitter {
    private final String source;
    private final double bandwidth;
    private double hertz;
    private double watts;

    private Line(String source, double hertz, double bandwidth, double watts) {
      this.source = source;
      this.hertz = hertz;
      this.bandwidth = bandwidth;
      this.watts = watts;
    }

    public void set(double newHertz, double newWatts) {
      hertz = newHertz;
      watts = newWatts;
    }

    @Override
    public String source() {
      return source;
    }

    @Override
    public int port() {
      return 0;
    }

    @Override
    public double hertz() {
      return hertz;
    }

    @Override
    public double bandwidth() {
      return bandwidth;
    }

    @Override
    public double watts() {
      return watts;
    }
  }

  public TestSource(String name) {
    this.name = name;
  }

  /** A source of one line, a laser's. */
  public static TestSource laser(String name, double hertz, double watts) {
    TestSource source = new TestSource(name);
    source.line(name, hertz, 0, watts);
    return source;
  }

  /** One more line; before the field is built. */
  public Line line(String source, double hertz, double bandwidth, double watts) {
    Line line = new Line(source, hertz, bandwidth, watts);
    lines.add(line);
    return line;
  }

  /** Tunes its first line. */
  public void set(double hertz, double watts) {
    lines.get(0).set(hertz, watts);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> ports() {
    return List.of("out");
  }

  @Override
  public List<Emitter> emitters() {
    return List.copyOf(lines);
  }

  @Override
  public boolean leads(int from, int to) {
    return false;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return 0;
  }
}

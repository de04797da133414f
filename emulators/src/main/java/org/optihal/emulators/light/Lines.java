package org.optihal.emulators.light;

import java.util.List;

/** All lines that are made on a bench, as they are now. */
final class Lines {
  final String[] sources;
  final double[] pulseRate;
  final double[] watts;
  final double[] hertz;
  final double[] bandwidth;
  private final List<Emitter> emitters;

  Lines(List<Emitter> emitters) {
    this.emitters = List.copyOf(emitters);
    int n = emitters.size();
    sources = emitters.stream().map(Emitter::source).toArray(String[]::new);
    pulseRate = emitters.stream().mapToDouble(Emitter::pulseRate).toArray();
    watts = new double[n];
    hertz = new double[n];
    bandwidth = new double[n];
  }

  /** What has changed about the lines, the most first. */
  enum Change {
    WIDTH,
    LIGHT,
    NONE
  }

  int size() {
    return sources.length;
  }

  Emitter emitter(int line) {
    return emitters.get(line);
  }

  /** Asks the emitters. */
  Change refresh() {
    boolean light = false;
    boolean width = false;
    for (int i = 0; i < watts.length; i++) {
      Emitter e = emitters.get(i);
      light |= e.watts() != watts[i] || e.hertz() != hertz[i];
      width |= e.bandwidth() != bandwidth[i];
      watts[i] = e.watts();
      hertz[i] = e.hertz();
      bandwidth[i] = e.bandwidth();
    }
    return width ? Change.WIDTH : light ? Change.LIGHT : Change.NONE;
  }
}

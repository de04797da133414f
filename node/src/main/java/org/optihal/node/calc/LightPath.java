package org.optihal.node.calc;

import java.util.List;
import java.util.Optional;

/**
 * How the light of one source gets to an end of the bench.
 *
 * @param source device or element that makes it
 * @param quantum whether it is a signal of single photons or quadratures, not classical light
 * @param hertz of its strongest line at the end
 * @param pulseRate pulses or symbols per second, where the bench file says so
 * @param stops from the source to the end
 */
record LightPath(
    String source, boolean quantum, double hertz, Optional<Double> pulseRate, List<Stop> stops) {

  /**
   * A port that the light leaves.
   *
   * @param port such as {@code span/b}
   * @param transmittance of the strongest line, from the port where it was made
   * @param watts of all lines of the source, by the way they were meant to go
   * @param photonsPerSecond likewise
   */
  record Stop(String port, double transmittance, double watts, double photonsPerSecond) {}

  LightPath {
    stops = List.copyOf(stops);
  }

  /** Where the light is at the end of its way. */
  Stop last() {
    return stops.get(stops.size() - 1);
  }
}

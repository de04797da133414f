package org.optihal.emulators.light.element;

import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.DetectorElements;
import org.optihal.hal.bench.Element;

/** A photodiode: all light, and never less than its floor. */
final class PowerMonitorPart extends DetectorPart {
  private final double floorWatts;
  private double watts;

  PowerMonitorPart(Element element, SplittableRandom unused) {
    super(element, DetectorElements.POWER_MONITOR_MAX_INPUT.of(element).watts());
    floorWatts = DetectorElements.POWER_MONITOR_FLOOR.of(element).watts();
  }

  @Override
  public void receive(Flow[] entering, SpectralGrid grid, long nanos) {
    watts = entering[IN].lineWatts() + entering[IN].noiseWatts(grid);
    endure(watts, nanos);
  }

  @Override
  public Map<String, String> state() {
    return Map.of("reading-w", Double.toString(Math.max(watts, floorWatts)));
  }
}

package org.optihal.emulators.light.element;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.DetectorElements;
import org.optihal.hal.bench.Element;

/**
 * Power per slot of a grid around 193.1 THz, from 1260 to 1650 nm; what is below its floor it does
 * not show.
 */
final class ChannelMonitorPart extends DetectorPart {
  private static final double ANCHOR = 193.1e12; // ITU-T G.694.1

  private final double resolution;
  private final double floorWatts;
  private final Map<Long, Double> slots = new TreeMap<>();

  ChannelMonitorPart(Element element, SplittableRandom unused) {
    super(element, DetectorElements.CHANNEL_MONITOR_MAX_INPUT.of(element).watts());
    resolution = DetectorElements.CHANNEL_MONITOR_RESOLUTION.of(element).hertz();
    floorWatts = DetectorElements.CHANNEL_MONITOR_FLOOR.of(element).watts();
    if (resolution < 1e9) {
      throw wrong("resolution", "a slot is at least 1 GHz wide");
    }
  }

  @Override
  public void receive(Flow[] entering, SpectralGrid grid, long nanos) {
    Flow in = entering[IN];
    slots.clear();
    for (int i = 0; i < in.lines(); i++) {
      double watts = in.watts(i) + in.crosstalk(i);
      if (watts > 0) {
        double width = Math.max(in.bandwidth(i), 1);
        spread(in.hertz(i) - width / 2, in.hertz(i) + width / 2, watts);
      }
    }
    for (org.optihal.hal.light.Cause cause : in.causes()) {
      double[] density = in.noiseFor(cause);
      for (int i = 0; i < density.length; i++) {
        if (density[i] > 0) {
          spread(grid.low(i), grid.high(i), density[i] * grid.width(i));
        }
      }
    }
    endure(in.lineWatts() + in.noiseWatts(grid), nanos);
  }

  private void spread(double low, double high, double watts) {
    long last = slot(Math.min(high, SpectralGrid.HIGH));
    for (long slot = slot(Math.max(low, SpectralGrid.LOW)); slot <= last; slot++) {
      double center = ANCHOR + slot * resolution;
      double overlap =
          Math.min(high, center + resolution / 2) - Math.max(low, center - resolution / 2);
      if (overlap > 0) {
        slots.merge(slot, watts * overlap / (high - low), Double::sum);
      }
    }
  }

  private long slot(double hertz) {
    return Math.round((hertz - ANCHOR) / resolution);
  }

  @Override
  public Map<String, String> state() {
    Map<String, String> state = new LinkedHashMap<>();
    slots.forEach(
        (slot, watts) -> {
          if (watts >= floorWatts) {
            long gigahertz = Math.round((ANCHOR + slot * resolution) / 1e9);
            state.put(gigahertz + "-ghz-w", Double.toString(watts));
          }
        });
    return state;
  }
}

package org.optihal.emulators.light.element;

import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.hal.bench.DetectorElements;
import org.optihal.hal.bench.Element;

/** The clock of a node has no light; detectors name it, and whoever draws their times uses it. */
final class ClockPart extends ElementPart {
  ClockPart(Element element, SplittableRandom unused) {
    super(element);
    double drift = DetectorElements.NODE_CLOCK_DRIFT.of(element);
    if (!(Math.abs(drift) < 1e-3)) {
      throw wrong("drift", "a clock that is off by a thousandth is none");
    }
  }

  @Override
  public boolean leads(int from, int to) {
    return false;
  }

  @Override
  public double transmittance(int from, int to, double low, double high) {
    return 0;
  }

  @Override
  public Map<String, String> state() {
    return Map.of(
        "offset", DetectorElements.NODE_CLOCK_OFFSET.of(element()).toString(),
        "drift", Double.toString(DetectorElements.NODE_CLOCK_DRIFT.of(element())));
  }
}

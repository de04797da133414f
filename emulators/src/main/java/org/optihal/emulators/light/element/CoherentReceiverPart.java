package org.optihal.emulators.light.element;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.DetectorElements;
import org.optihal.hal.bench.Element;

/** A balanced receiver: its electronic noise counts less the more local oscillator it gets. */
final class CoherentReceiverPart extends DetectorPart {
  private static final int LOCAL_OSCILLATOR = 1;

  private final double referenceWatts;
  private final double electronicNoise;
  private double localWatts;

  CoherentReceiverPart(Element element, SplittableRandom unused) {
    super(element, DetectorElements.COHERENT_RECEIVER_MAX_INPUT.of(element).watts());
    referenceWatts = DetectorElements.COHERENT_RECEIVER_LOCAL_POWER.of(element).watts();
    electronicNoise = DetectorElements.COHERENT_RECEIVER_ELECTRONIC_NOISE.of(element);
    localWatts = referenceWatts;
    if (!(referenceWatts > 0)) {
      throw wrong("local-power", "it needs a local oscillator");
    }
    if (!(electronicNoise >= 0)) {
      throw wrong("electronic-noise", "no noise is below zero");
    }
  }

  @Override
  public void receive(Flow[] entering, SpectralGrid grid, long nanos) {
    for (Flow flow : entering) {
      endure(flow.lineWatts() + flow.noiseWatts(grid), nanos);
    }
    double light = entering[LOCAL_OSCILLATOR].lineWatts();
    boolean wired = entering[LOCAL_OSCILLATOR].isWired();
    localWatts = wired ? light : referenceWatts;
  }

  /** Electronic noise in shot-noise units at the present local oscillator; infinite in the dark. */
  double electronicNoise() {
    return localWatts == 0
        ? Double.POSITIVE_INFINITY
        : electronicNoise * referenceWatts / localWatts;
  }

  @Override
  public Map<String, String> state() {
    Map<String, String> state = new LinkedHashMap<>();
    state.put("local-oscillator-w", Double.toString(localWatts));
    state.put("electronic-noise-snu", Double.toString(electronicNoise()));
    return state;
  }
}

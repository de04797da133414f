package org.optihal.emulators.light.element;

import java.util.Map;
import java.util.TreeMap;
import org.optihal.physics.photon.Gate;

/** Photons that come to a detector, pulses by their rate. */
final class Arrivals {
  /** Rates whose ratio is this near to a whole number keep step. */
  private static final double IN_STEP = 1e-9;

  private final Map<Double, Double> byPulseRate = new TreeMap<>();

  /**
   * @param pulseRate 0 of continuous light
   */
  void add(double photonsPerSecond, double pulseRate) {
    byPulseRate.merge(pulseRate, photonsPerSecond, Double::sum);
  }

  double perSecond() {
    double sum = 0;
    for (double photons : byPulseRate.values()) {
      sum += photons;
    }
    return sum;
  }

  /**
   * Detected photons that a gate expects, such that {@code exp(-n)} is the probability that it sees
   * none, the mean over gates. Gates open for pulses that keep step with them: at a multiple of the
   * gate rate some pulses find none, at a fraction some gates get none. Other pulses count for
   * continuous light: photons in proportion to the gate's width. Pulses of different rates fall
   * into gates independently.
   */
  double inGate(Gate gate, double efficiency) {
    double sum = 0;
    for (Map.Entry<Double, Double> light : byPulseRate.entrySet()) {
      double pulses = light.getKey();
      double detected = efficiency * light.getValue();
      if (isWhole(pulses / gate.rate())) {
        sum += detected * Math.max(1 / pulses, gate.width());
      } else if (pulses > 0 && isWhole(gate.rate() / pulses)) {
        double share = pulses / gate.rate();
        sum -= StrictMath.log1p(share * StrictMath.expm1(-detected / pulses));
      } else {
        sum += detected * gate.width();
      }
    }
    return sum;
  }

  private static boolean isWhole(double ratio) {
    double nearest = StrictMath.rint(ratio);
    return nearest >= 1 && Math.abs(ratio - nearest) <= IN_STEP * nearest;
  }
}

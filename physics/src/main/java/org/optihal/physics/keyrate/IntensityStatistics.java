package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/**
 * What was measured with pulses of one intensity.
 *
 * @param meanPhotonNumber per pulse, at the output of the sender
 * @param gain clicks per pulse sent and measured in matching bases
 * @param qber errors per click
 */
public record IntensityStatistics(double meanPhotonNumber, double gain, double qber) {
  public IntensityStatistics {
    Require.notNegative(meanPhotonNumber, "meanPhotonNumber");
    Require.fraction(gain, "gain");
    Require.fraction(qber, "qber");
  }

  /**
   * From counters; without any detection the error rate is 1/2.
   *
   * @param pulses sent with this intensity and measured in matching bases
   */
  public static IntensityStatistics ofCounts(
      double meanPhotonNumber, double pulses, IntensityCounts counts) {
    Require.positive(pulses, "pulses");
    return new IntensityStatistics(
        meanPhotonNumber, counts.detections() / pulses, counts.errorRate());
  }

  /** Clicks, weighted so that the Poisson weight of the vacuum becomes one: {@code Q exp(mu)}. */
  double weightedGain() {
    return gain * StrictMath.exp(meanPhotonNumber);
  }

  /** Errors in the same weighting: {@code E Q exp(mu)}. */
  double weightedErrors() {
    return qber * weightedGain();
  }
}

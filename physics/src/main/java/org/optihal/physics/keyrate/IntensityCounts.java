package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/**
 * Clicks of one intensity in one basis, and how many of them were wrong. Expected values need not
 * be whole numbers.
 */
public record IntensityCounts(double detections, double errors) {
  public IntensityCounts {
    Require.notNegative(detections, "detections");
    Require.within(errors, 0, detections, "errors");
  }

  /** Errors per detection; 1/2 without detections. */
  public double errorRate() {
    return detections == 0 ? 0.5 : errors / detections;
  }

  /** What a channel gives on average for so many pulses of one intensity. */
  static IntensityCounts expected(
      WeakCoherentChannel channel, double meanPhotonNumber, double pulses) {
    IntensityStatistics statistics = channel.statistics(meanPhotonNumber);
    double detections = pulses * statistics.gain();
    return new IntensityCounts(detections, detections * statistics.qber());
  }

  IntensityCounts plus(IntensityCounts other) {
    return new IntensityCounts(detections + other.detections, errors + other.errors);
  }
}

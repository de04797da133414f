package org.optihal.physics.coherent;

import org.optihal.physics.Require;
import org.optihal.physics.random.NormalDistribution;

/**
 * Transmittance and excess noise of a channel from Alice's and Bob's correlated data, with
 * intervals that fail with a given probability for each bound.
 *
 * <p>The model is {@code y = t x + z} with {@code t^2 = n T/q} and {@code var z = 1 + v_el + t^2
 * xi}; maximum-likelihood estimates and their Gaussian intervals as in Leverrier, Grosshans and
 * Grangier, Phys. Rev. A 81, 062343 (2010), and Jouguet et al., Phys. Rev. A 86, 032309 (2012).
 */
public record ParameterEstimate(
    long samples, double modulationVariance, Interval transmittance, Interval excessNoise) {
  /** An estimate between its bounds; {@code high} is infinite where the data give no bound. */
  public record Interval(double low, double estimate, double high) {
    public boolean contains(double value) {
      return low <= value && value <= high;
    }
  }

  /**
   * From pairs of Alice's quadrature and Bob's sample, both in shot-noise units.
   *
   * <p>The estimate of the excess noise may be negative: so may be its statistical error.
   *
   * @param efficiency of the receiver, trusted and calibrated
   * @param receiverNoise electronic and other trusted noise per quadrature
   * @param failureProbability of each bound, from 1e-15 to a half
   * @throws IllegalArgumentException if there are fewer than 10 pairs, Alice's data do not vary, or
   *     the data are not positively correlated
   */
  public static ParameterEstimate from(
      Correlation data,
      Detection detection,
      double efficiency,
      double receiverNoise,
      double failureProbability) {
    Require.positive(Require.fraction(efficiency, "efficiency"), "efficiency");
    Require.notNegative(receiverNoise, "receiverNoise");
    Require.within(failureProbability, 1e-15, 0.5, "failureProbability");
    if (data.count() < 10 || !(data.varianceX() > 0) || !(data.covariance() > 0)) {
      throw new IllegalArgumentException(
          "data must be at least 10 pairs, varying and positively correlated, not "
              + data.count()
              + " pairs of variance "
              + data.varianceX()
              + " and covariance "
              + data.covariance());
    }
    double deviations = -NormalDistribution.quantile(failureProbability);
    double slope = data.covariance() / data.varianceX();
    double noise = Math.max(0, data.varianceY() - slope * data.covariance());
    double slopeError = deviations * StrictMath.sqrt(noise / (data.count() * data.varianceX()));
    double noiseError = deviations * noise * StrictMath.sqrt(2.0 / data.count());
    double slopeLow = Math.max(0, slope - slopeError);
    double slopeHigh = slope + slopeError;
    double toTransmittance = detection.quadratures() / efficiency;
    double excess = noise - 1 - receiverNoise;
    return new ParameterEstimate(
        data.count(),
        data.varianceX(),
        new Interval(
            toTransmittance * slopeLow * slopeLow,
            toTransmittance * slope * slope,
            toTransmittance * slopeHigh * slopeHigh),
        new Interval(
            referred(excess - noiseError, slopeHigh, slopeLow),
            excess / (slope * slope),
            referred(excess + noiseError, slopeLow, slopeHigh)));
  }

  /** Noise at the channel's input, by the slope that is the worse one for the noise's sign. */
  private static double referred(double noise, double slopeIfPositive, double slopeIfNegative) {
    if (noise == 0) {
      return 0;
    }
    double slope = noise > 0 ? slopeIfPositive : slopeIfNegative;
    return noise / (slope * slope);
  }
}

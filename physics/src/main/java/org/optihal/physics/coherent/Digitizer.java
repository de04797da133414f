package org.optihal.physics.coherent;

import org.optihal.physics.Require;
import org.optihal.physics.random.NormalDistribution;

/**
 * Analog-to-digital converter with a range around zero, mid-tread: code 0 is zero volts.
 *
 * @param bits of a code, 1 to 24
 * @param fullScale volts from zero to either end of the range
 */
public record Digitizer(int bits, double fullScale) {
  public Digitizer {
    Require.within(bits, 1, 24, "bits");
    Require.positive(fullScale, "fullScale");
  }

  /** Volts of one code. */
  public double step() {
    return StrictMath.scalb(fullScale, 1 - bits);
  }

  /** The nearest code; outside its range a converter answers with its last code. */
  public int code(double volts) {
    double code = StrictMath.rint(Require.finite(volts, "volts") / step());
    return (int) Math.max(lowestCode(), Math.min(highestCode(), code));
  }

  /** Volts of the nearest code. */
  public double quantize(double volts) {
    return code(volts) * step();
  }

  /** Whether a voltage is beyond the range. */
  public boolean clips(double volts) {
    double code = StrictMath.rint(Require.finite(volts, "volts") / step());
    return code < lowestCode() || code > highestCode();
  }

  public int lowestCode() {
    return -(1 << (bits - 1));
  }

  public int highestCode() {
    return (1 << (bits - 1)) - 1;
  }

  /** Square volts, {@code step^2/12}: right once the signal's deviation is above half a step. */
  public double quantizationNoise() {
    return step() * step() / 12;
  }

  /** Share of the samples of a centered Gaussian of some deviation, in volts, that clip. */
  public double clippingProbability(double deviation) {
    Require.positive(deviation, "deviation");
    return NormalDistribution.above((highestCode() + 0.5) * step() / deviation)
        + NormalDistribution.above((0.5 - lowestCode()) * step() / deviation);
  }
}

package org.optihal.physics.roadm;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/**
 * A pass band with soft edges: exp(-ln 2 (2 |f - center| / fullWidth)^(2 order)) above the floor of
 * the isolation. Order 1 is a Gaussian filter; order 3 to 6 resembles a WSS slot. {@code fullWidth}
 * in Hz is taken at half of the peak.
 */
public record SuperGaussianPassband(
    double center, double fullWidth, int order, double lossDb, double isolationDb)
    implements Passband {
  private static final double LOG_TWO = StrictMath.log(2);
  private static final int PANELS = 400;

  public SuperGaussianPassband {
    Require.positive(center, "center");
    Require.positive(fullWidth, "fullWidth");
    Require.within(order, 1, 20, "order");
    Require.notNegative(lossDb, "lossDb");
    Require.notNegative(isolationDb, "isolationDb");
  }

  @Override
  public double transmittance(double frequency) {
    Require.positive(frequency, "frequency");
    double floor = Decibels.transmittance(isolationDb);
    double above = shape((frequency - center) / fullWidth);
    return Decibels.transmittance(lossDb) * (floor + (1 - floor) * above);
  }

  /** By Simpson's rule over the part of the interval where the band is not flat zero. */
  @Override
  public double meanTransmittance(double low, double high) {
    Require.positive(low, "low");
    if (high == low) {
      return transmittance(low);
    }
    Require.positive(Require.finite(high, "high") - low, "high - low");
    double floor = Decibels.transmittance(isolationDb);
    double from = (low - center) / fullWidth;
    double to = (high - center) / fullWidth;
    double above = Math.min(1, integral(from, to) / (to - from));
    return Decibels.transmittance(lossDb) * (floor + (1 - floor) * above);
  }

  @Override
  public double noiseBandwidth() {
    return fullWidth * integral(-reach(), reach());
  }

  /** Offset in units of the full width. */
  private double shape(double offset) {
    return StrictMath.exp(-LOG_TWO * StrictMath.pow(2 * StrictMath.abs(offset), 2 * order));
  }

  /** Beyond this offset the band's own part is below 1e-19. */
  private double reach() {
    return StrictMath.pow(64, 1.0 / (2 * order)) / 2;
  }

  private double integral(double from, double to) {
    double low = Math.max(from, -reach());
    double high = Math.min(to, reach());
    if (high <= low) {
      return 0;
    }
    double step = (high - low) / PANELS;
    double sum = shape(low) + shape(high);
    for (int i = 1; i < PANELS; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * shape(low + i * step);
    }
    return sum * step / 3;
  }
}

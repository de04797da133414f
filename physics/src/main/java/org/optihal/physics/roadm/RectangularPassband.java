package org.optihal.physics.roadm;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/**
 * The pass band of equivalent noise bandwidth: {@code lossDb} over {@code bandwidth} Hz around
 * {@code center}, {@code lossDb + isolationDb} elsewhere.
 */
public record RectangularPassband(
    double center, double bandwidth, double lossDb, double isolationDb) implements Passband {

  public RectangularPassband {
    Require.positive(center, "center");
    Require.positive(bandwidth, "bandwidth");
    Require.notNegative(lossDb, "lossDb");
    Require.notNegative(isolationDb, "isolationDb");
  }

  @Override
  public double transmittance(double frequency) {
    Require.positive(frequency, "frequency");
    return StrictMath.abs(frequency - center) <= bandwidth / 2 ? inside() : outside();
  }

  /** Exact, also where the interval reaches over the edges of the band. */
  @Override
  public double meanTransmittance(double low, double high) {
    Require.positive(low, "low");
    if (high == low) {
      return transmittance(low);
    }
    Require.positive(Require.finite(high, "high") - low, "high - low");
    double within =
        Math.max(0, Math.min(high, center + bandwidth / 2) - Math.max(low, center - bandwidth / 2));
    double part = Math.min(1, within / (high - low));
    return part * inside() + (1 - part) * outside();
  }

  @Override
  public double noiseBandwidth() {
    return bandwidth;
  }

  private double inside() {
    return Decibels.transmittance(lossDb);
  }

  private double outside() {
    return Decibels.transmittance(lossDb + isolationDb);
  }
}

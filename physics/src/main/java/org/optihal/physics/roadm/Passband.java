package org.optihal.physics.roadm;

/**
 * What a filter or a WSS slot lets through. Transmittances are of power and at most 1; far outside
 * the band they are that of the loss and the isolation together.
 */
public sealed interface Passband permits RectangularPassband, SuperGaussianPassband {
  /** Transmittance at one frequency in Hz. */
  double transmittance(double frequency);

  /** Mean transmittance of light spread evenly from {@code low} to {@code high}, in Hz. */
  double meanTransmittance(double low, double high);

  /** Center of the band in Hz. */
  double center();

  /** Width in Hz of the rectangle that passes as much white noise, the isolation's floor aside. */
  double noiseBandwidth();
}

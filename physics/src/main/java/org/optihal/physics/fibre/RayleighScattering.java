package org.optihal.physics.fibre;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/**
 * Light that a fiber scatters back to where it came in. A long fiber returns about -32 dB at 1550
 * nm (typical of data sheets, assumed at every wavelength); a short one less, as (1 - exp(-2 a L)).
 */
public final class RayleighScattering {
  /** Returned share of an endless fiber. */
  public static final double LONG_FIBER = 6.3e-4;

  private RayleighScattering() {}

  /** Share of the launched power that comes back out of the launched end. */
  public static double returned(double lossDbPerKm, double lengthKm) {
    double a = Decibels.toNepers(Require.notNegative(lossDbPerKm, "lossDbPerKm"));
    return -LONG_FIBER * StrictMath.expm1(-2 * a * Require.notNegative(lengthKm, "lengthKm"));
  }
}

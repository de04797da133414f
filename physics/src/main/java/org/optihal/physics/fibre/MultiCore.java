package org.optihal.physics.fibre;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/**
 * Two cores of one fiber that couple weakly: {@code couplingPerKm} is the power coupling h in 1/km,
 * the same at both wavelengths and all along the fiber. The mean of a stochastic quantity; bends
 * and skew move it by some 3 dB.
 */
public record MultiCore(double couplingPerKm) {
  public MultiCore {
    Require.notNegative(couplingPerKm, "couplingPerKm");
  }

  /** From crosstalk after one kilometer, as data sheets give it: -60 dB/km. */
  public static MultiCore ofCrosstalk(double crosstalkDbPerKm) {
    return new MultiCore(
        Decibels.toRatio(Require.within(crosstalkDbPerKm, -300, 0, "crosstalkDbPerKm")));
  }

  /**
   * Crosstalk at the far end, as the power in the other core over that in the launched one: tanh(h
   * L) (M. Koshiba et al., IEEE Photon. J. 4, 1987 (2012)).
   */
  public double crosstalk(double lengthKm) {
    return StrictMath.tanh(couplingPerKm * Require.notNegative(lengthKm, "lengthKm"));
  }

  /**
   * Effective length in km of Raman noise from classical light in one core into a quantum channel
   * in the other, as {@link Propagation#effectiveLengthKm} is for one core. Both orders are in it:
   * the pump couples and then scatters, or scatters and then the noise couples. First order in h L.
   *
   * <p>With losses a_p and a_q and s = a_p + a_q: co-propagating h L (exp(-a_p L) - exp(-a_q L)) /
   * (a_q - a_p), counter-propagating 2 h (1 - (1 + s L) exp(-s L)) / s².
   */
  public double effectiveLengthKm(
      Propagation direction, double pumpLossDbPerKm, double quantumLossDbPerKm, double lengthKm) {
    return couplingPerKm
        * direction.effectiveSquareKm(pumpLossDbPerKm, quantumLossDbPerKm, lengthKm);
  }
}

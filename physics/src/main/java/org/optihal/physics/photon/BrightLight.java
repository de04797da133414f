package org.optihal.physics.photon;

import java.util.function.DoubleUnaryOperator;
import org.optihal.physics.Require;

/**
 * What strong light does to an avalanche detector: all current, of avalanches and of light, lowers
 * the excess bias in proportion, until none is left (bias-resistor blinding; L. Lydersen et al.,
 * Nat. Photonics 4, 686, 2010). The proportion is assumed.
 *
 * @param blindingPower continuous light that alone takes all excess bias, W
 * @param paralysisCurrent mean bias current at which no excess bias is left, A
 * @param avalancheCharge that one avalanche draws, C
 * @param neverClickEnergy a pulse of at most this energy never clicks in linear mode, J
 * @param alwaysClickEnergy a pulse of at least this energy always clicks in linear mode, J
 * @param rearmTime that the bias takes to come back after blinding, s
 * @param damage what it does not survive
 */
public record BrightLight(
    double blindingPower,
    double paralysisCurrent,
    double avalancheCharge,
    double neverClickEnergy,
    double alwaysClickEnergy,
    double rearmTime,
    DamageThresholds damage) {
  /** Assumed: blinding by 0.1 mW, clicks by some 10 fJ, 1 pC an avalanche. */
  public static final BrightLight TYPICAL =
      new BrightLight(1e-4, 1e-4, 1e-12, 1e-14, 2e-14, 1e-5, DamageThresholds.TYPICAL);

  public BrightLight {
    Require.positive(blindingPower, "blindingPower");
    Require.positive(paralysisCurrent, "paralysisCurrent");
    Require.notNegative(avalancheCharge, "avalancheCharge");
    Require.positive(neverClickEnergy, "neverClickEnergy");
    Require.within(alwaysClickEnergy, neverClickEnergy, Double.MAX_VALUE, "alwaysClickEnergy");
    Require.notNegative(rearmTime, "rearmTime");
  }

  /** What a monitor of the bias current shows, A: the sign of a blinding attack. */
  public double biasCurrent(double countRate, double power) {
    Require.notNegative(countRate, "countRate");
    Require.notNegative(power, "power");
    return avalancheCharge * countRate + paralysisCurrent * power / blindingPower;
  }

  /**
   * Excess bias relative to its nominal value; 0 is blinded. Efficiency and darks scale with it.
   */
  public double excessBias(double countRate, double power) {
    return Math.max(0, 1 - biasCurrent(countRate, power) / paralysisCurrent);
  }

  /**
   * Probability that a pulse clicks in linear mode; between the two thresholds linear (assumed).
   */
  public double linearClickProbability(double pulseEnergy) {
    Require.notNegative(pulseEnergy, "pulseEnergy");
    if (pulseEnergy >= alwaysClickEnergy) {
      return 1;
    }
    return Math.max(0, (pulseEnergy - neverClickEnergy) / (alwaysClickEnergy - neverClickEnergy));
  }

  /**
   * Count rate where the avalanches' own current and the excess bias agree: {@code R = r v / (1 + r
   * v tau)} with {@code v = excessBias(R, power)}. It saturates, folds back, and is 0 when blinded.
   *
   * @param rate r of events at nominal bias: efficiency times photons, plus dark counts
   */
  public double countRate(double rate, double deadTime, double power) {
    Require.notNegative(rate, "rate");
    Require.notNegative(deadTime, "deadTime");
    double bias = excessBias(0, power);
    double load = avalancheCharge / paralysisCurrent;
    // The smaller root of a R^2 - b R + c = 0, in the form that does not cancel.
    double a = rate * deadTime * load;
    double b = 1 + rate * (deadTime * bias + load);
    double c = rate * bias;
    return 2 * c / (b + Math.sqrt(b * b - 4 * a * c));
  }

  /**
   * Count rate where the avalanches' own current and the excess bias agree, of any detector.
   *
   * @param atBias count rate at an excess bias from 0 to 1, rising with it
   */
  public double countRate(DoubleUnaryOperator atBias, double power) {
    return Crossing.of(counts -> atBias.applyAsDouble(excessBias(counts, power)), 0);
  }
}

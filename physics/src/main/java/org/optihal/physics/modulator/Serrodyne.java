package org.optihal.physics.modulator;

import org.optihal.physics.Require;

/**
 * Frequency shift by a sawtooth of phase that falls back linearly in a part of its period.
 *
 * <p>The power in an order is the squared Fourier coefficient of {@code exp(j phase(t))}; a
 * fly-back of zero gives {@code sinc^2(ramp/2pi - order)} (Cumming, Proc. IRE 45, 175, 1957; Wong
 * and De La Rue, Opt. Lett. 7, 546, 1982).
 *
 * @param rampPhase radians from the foot to the top of the ramp; negative shifts downwards
 * @param rampFrequency ramps a second
 * @param flybackFraction share of the period in which the ramp falls back, below 1
 */
public record Serrodyne(double rampPhase, double rampFrequency, double flybackFraction) {
  private static final int NEIGHBORHOOD = 16;

  public Serrodyne {
    Require.within(rampPhase, -2000, 2000, "rampPhase");
    Require.positive(rampFrequency, "rampFrequency");
    Require.within(flybackFraction, 0, Math.nextDown(1.0), "flybackFraction");
  }

  /** The order that the ramp aims at: whole turns of phase in a ramp. */
  public int order() {
    return (int) StrictMath.rint(rampPhase / (2 * StrictMath.PI));
  }

  /** Hertz between the light that enters and the order that the ramp aims at. */
  public double frequencyShift() {
    return order() * rampFrequency;
  }

  /** Share of the output that is shifted by {@code order} times the ramp frequency. */
  public double orderPower(long order) {
    double turns = rampPhase / (2 * StrictMath.PI);
    double rise = 1 - flybackFraction;
    double riseTurns = turns - order * rise;
    double fallTurns = -turns - order * flybackFraction;
    return ComplexAmplitude.polar(1, StrictMath.PI * riseTurns)
        .times(rise * sinc(riseTurns))
        .plus(
            ComplexAmplitude.polar(1, 2 * StrictMath.PI * riseTurns + StrictMath.PI * fallTurns)
                .times(flybackFraction * sinc(fallTurns)))
        .power();
  }

  /** Share of the output in the order that the ramp aims at. */
  public double efficiency() {
    return orderPower(order());
  }

  /** Decibels from the wanted order down to the light that is not shifted; infinite if none is. */
  public double carrierSuppressionDb() {
    return order() == 0 ? 0 : Suppression.db(efficiency(), orderPower(0));
  }

  /** Decibels from the wanted order down to the strongest other one; infinite if there is none. */
  public double sidebandSuppressionDb() {
    int wanted = order();
    double strongest = strongestNear(wanted, wanted);
    if (flybackFraction > 0) {
      // The fall is a ramp of its own, the other way and steeper: its light gathers far away.
      double turns = rampPhase / (2 * StrictMath.PI);
      double center = Math.max(-1e15, Math.min(1e15, -turns / flybackFraction));
      strongest = Math.max(strongest, strongestNear((long) StrictMath.rint(center), wanted));
    }
    return Suppression.db(efficiency(), strongest);
  }

  private double strongestNear(long center, long except) {
    double strongest = 0;
    for (long order = center - NEIGHBORHOOD; order <= center + NEIGHBORHOOD; order++) {
      if (order != except) {
        strongest = Math.max(strongest, orderPower(order));
      }
    }
    return strongest;
  }

  /** {@code sin(pi x)/(pi x)}, exactly zero at whole numbers. */
  private static double sinc(double x) {
    if (Math.abs(x) < 1e-9) {
      return 1;
    }
    return x == StrictMath.rint(x) ? 0 : StrictMath.sin(StrictMath.PI * x) / (StrictMath.PI * x);
  }
}

package org.optihal.physics.photon;

import java.util.List;
import org.optihal.physics.Require;

/**
 * Parameters of a superconducting nanowire single-photon detector. Efficiency and dark rate over
 * bias have the usual shapes, a sigmoid that saturates and an exponential; both are assumed.
 *
 * @param saturatedEfficiency of the better polarization, 0 to 1
 * @param inflectionCurrent bias at which half of that is reached, A
 * @param transitionCurrent width of the sigmoid, A
 * @param switchingCurrent at which the wire becomes normal by itself, A
 * @param latchingCurrent from which a detection leaves the wire normal for good, A
 * @param returnCurrent below which a normal wire becomes superconducting again, A
 * @param switchingDarkRate dark rate extrapolated to the switching current, 1/s
 * @param darkCurrent change of bias that changes the dark rate by e, A
 * @param backgroundDarkRate at full efficiency, from stray and thermal photons, 1/s
 * @param deadTime s
 * @param recoveryTime time constant with which bias and efficiency return, s
 * @param polarizationExtinction efficiency of the worse polarization over that of the better
 * @param jitter of detection times
 */
public record NanowireDetector(
    double saturatedEfficiency,
    double inflectionCurrent,
    double transitionCurrent,
    double switchingCurrent,
    double latchingCurrent,
    double returnCurrent,
    double switchingDarkRate,
    double darkCurrent,
    double backgroundDarkRate,
    double deadTime,
    double recoveryTime,
    double polarizationExtinction,
    Jitter jitter) {
  /** Assumed: 85 % at 1550 nm, 25 uA switching current, 20 ns dead time, 40 ps. */
  public static final NanowireDetector TYPICAL =
      new NanowireDetector(
          0.85,
          14e-6,
          1e-6,
          25e-6,
          24e-6,
          6e-6,
          1e4,
          0.4e-6,
          30,
          20e-9,
          10e-9,
          0.6,
          Jitter.gaussian(40e-12));

  public NanowireDetector {
    Require.fraction(saturatedEfficiency, "saturatedEfficiency");
    Require.positive(inflectionCurrent, "inflectionCurrent");
    Require.positive(transitionCurrent, "transitionCurrent");
    Require.positive(switchingCurrent, "switchingCurrent");
    Require.within(latchingCurrent, 0, switchingCurrent, "latchingCurrent");
    Require.within(returnCurrent, 0, latchingCurrent, "returnCurrent");
    Require.notNegative(switchingDarkRate, "switchingDarkRate");
    Require.positive(darkCurrent, "darkCurrent");
    Require.notNegative(backgroundDarkRate, "backgroundDarkRate");
    Require.notNegative(deadTime, "deadTime");
    Require.notNegative(recoveryTime, "recoveryTime");
    Require.fraction(polarizationExtinction, "polarizationExtinction");
  }

  /**
   * Detection efficiency at a bias of either sign; 0 from the switching current on.
   *
   * @param alignment part of the light in the better polarization, 0 to 1
   */
  public double efficiency(double bias, double alignment) {
    Require.fraction(alignment, "alignment");
    double polarization = alignment + (1 - alignment) * polarizationExtinction;
    return saturatedEfficiency * polarization * internalEfficiency(bias);
  }

  /** Dark counts per second at a bias of either sign; 0 from the switching current on. */
  public double darkRate(double bias) {
    double internal = internalEfficiency(bias);
    if (internal == 0) {
      return 0;
    }
    double intrinsic =
        switchingDarkRate * StrictMath.exp((Math.abs(bias) - switchingCurrent) / darkCurrent);
    return intrinsic + backgroundDarkRate * internal;
  }

  private double internalEfficiency(double bias) {
    double current = Math.abs(Require.finite(bias, "bias"));
    if (current == 0 || current >= switchingCurrent) {
      return 0;
    }
    return 1 / (1 + StrictMath.exp((inflectionCurrent - current) / transitionCurrent));
  }

  /**
   * The same detector for {@link AvalancheSimulator}: no traps, no gate, efficiency that recovers
   * exponentially. Says nothing of latching: see {@link NanowireLatch}.
   */
  public AvalancheDetector at(double bias, double alignment) {
    return new AvalancheDetector(
        efficiency(bias, alignment),
        darkRate(bias),
        deadTime,
        recoveryTime,
        List.of(),
        jitter,
        0,
        BrightLight.TYPICAL,
        null);
  }
}

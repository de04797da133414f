package org.optihal.physics.fibre;

import org.optihal.physics.Require;
import org.optihal.physics.light.Photons;

/**
 * Effective mode area of a step-index fiber over wavelength, from the Gaussian spot size of
 * Marcuse, Bell Syst. Tech. J. 56, 703 (1977): w/a = 0.65 + 1.619 V^-1.5 + 2.879 V^-6, good to 1 %
 * for V between 1.2 and 2.5.
 */
public record EffectiveArea(double coreRadiusUm, double numericalAperture) {
  public EffectiveArea {
    Require.positive(coreRadiusUm, "coreRadiusUm");
    Require.positive(numericalAperture, "numericalAperture");
  }

  /**
   * Step-index equivalent (assumed) of a G.652 data sheet's mode field diameters: 9.1 um at 1310
   * nm, 10.4 um at 1550 nm, hence 85 um² there.
   */
  public static EffectiveArea smf28() {
    return new EffectiveArea(4.05, 0.12);
  }

  /** Step-index equivalent (assumed) of G.654.E: 125 um² at 1550 nm. */
  public static EffectiveArea g654e() {
    return new EffectiveArea(5.6, 0.104);
  }

  /** Mode field diameter 2w in um at a frequency in Hz. */
  public double modeFieldDiameterUm(double frequency) {
    double v =
        2
            * StrictMath.PI
            * coreRadiusUm
            * 1e3
            / Photons.wavelengthNm(frequency)
            * numericalAperture;
    double cube = v * v * v;
    return 2 * coreRadiusUm * (0.65 + 1.619 / StrictMath.sqrt(cube) + 2.879 / (cube * cube));
  }

  /** Area pi w² in um² at a frequency in Hz. */
  public double squareUm(double frequency) {
    double diameter = modeFieldDiameterUm(frequency);
    return StrictMath.PI * diameter * diameter / 4;
  }

  /** Area in um² over which two frequencies interact: pi (w1² + w2²) / 2 for Gaussian modes. */
  public double overlapSquareUm(double first, double second) {
    return (squareUm(first) + squareUm(second)) / 2;
  }
}

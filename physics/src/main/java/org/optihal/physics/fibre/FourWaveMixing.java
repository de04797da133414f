package org.optihal.physics.fibre;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Photons;

/**
 * Four-wave mixing f_i + f_j - f_k of co-propagating channels in one fiber, undepleted pumps of
 * equal polarization and equal loss (N. Shibata et al., IEEE J. Quantum Electron. 23, 1205 (1987)).
 * Frequencies in Hz, powers at the launched end in W; the dispersion is that at f_i. Counter-
 * propagating channels do not mix, except through Rayleigh scattering, which is not in here. Near
 * zero dispersion the order of magnitude is all it promises.
 */
public record FourWaveMixing(
    double gammaPerWattKm,
    double dispersionPsPerNmKm,
    double slopePsPerNm2Km,
    double lossDbPerKm,
    double lengthKm) {

  public FourWaveMixing {
    Require.notNegative(gammaPerWattKm, "gammaPerWattKm");
    Require.finite(dispersionPsPerNmKm, "dispersionPsPerNmKm");
    Require.finite(slopePsPerNm2Km, "slopePsPerNm2Km");
    Require.notNegative(lossDbPerKm, "lossDbPerKm");
    Require.notNegative(lengthKm, "lengthKm");
  }

  /** Frequency of the product; refused where it would not be positive. */
  public static double product(double fi, double fj, double fk) {
    Require.positive(fi, "fi");
    Require.positive(fj, "fj");
    Require.positive(fk, "fk");
    return Require.positive(fi + fj - fk, "fi + fj - fk");
  }

  /** Phase mismatch in 1/km. */
  public double phaseMismatchPerKm(double fi, double fj, double fk) {
    product(fi, fj, fk);
    double c = Photons.SPEED_OF_LIGHT;
    double wavelength = c / fi;
    double ik = StrictMath.abs(fi - fk);
    double jk = StrictMath.abs(fj - fk);
    double dispersion = dispersionPsPerNmKm * 1e-6;
    double slope = slopePsPerNm2Km * 1e3;
    return 1e3
        * (2 * StrictMath.PI * wavelength * wavelength / c)
        * ik
        * jk
        * (dispersion + wavelength * wavelength / (2 * c) * (ik + jk) * slope);
  }

  /** Efficiency relative to perfect phase matching. */
  public double efficiency(double fi, double fj, double fk) {
    double a = Decibels.toNepers(lossDbPerKm);
    double mismatch = phaseMismatchPerKm(fi, fj, fk);
    if (mismatch == 0 || lengthKm == 0) {
      return 1;
    }
    double sine = StrictMath.sin(mismatch * lengthKm / 2);
    // |integral of exp(-(a - i mismatch) z)|² over the same without mismatch; holds for a = 0 too.
    double matched = effectiveLengthKm();
    double lost = matched * a;
    double magnitude = lost * lost + 4 * StrictMath.exp(-a * lengthKm) * sine * sine;
    return magnitude / (a * a + mismatch * mismatch) / (matched * matched);
  }

  /** Power of the product at the far end: eta (d/3 gamma L_eff)² P_i P_j P_k exp(-a L). */
  public double power(double fi, double fj, double fk, double pi, double pj, double pk) {
    double degeneracy = fi == fj ? 3 : 6;
    double field = degeneracy / 3 * gammaPerWattKm * effectiveLengthKm();
    return efficiency(fi, fj, fk)
        * field
        * field
        * Require.notNegative(pi, "pi")
        * Require.notNegative(pj, "pj")
        * Require.notNegative(pk, "pk")
        * StrictMath.exp(-Decibels.toNepers(lossDbPerKm) * lengthKm);
  }

  private double effectiveLengthKm() {
    return lengthKm * Integrals.decay(Decibels.toNepers(lossDbPerKm) * lengthKm);
  }
}

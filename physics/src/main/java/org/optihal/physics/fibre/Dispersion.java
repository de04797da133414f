package org.optihal.physics.fibre;

import org.optihal.physics.Require;
import org.optihal.physics.light.Photons;

/** Chromatic dispersion of a fiber over wavelength. */
public sealed interface Dispersion {
  /** Dispersion parameter D in ps/(nm km). */
  double psPerNmKm(double wavelengthNm);

  /** Dispersion slope dD/dlambda in ps/(nm² km). */
  double slopePsPerNm2Km(double wavelengthNm);

  /** Wavelength where D is zero. */
  double zeroDispersionNm();

  /** Group-velocity dispersion beta2 in ps²/km: -D lambda² / (2 pi c). */
  default double beta2Ps2PerKm(double wavelengthNm) {
    // ps/(nm km) nm² / (m/s): nm = 1e-9 m, s = 1e12 ps.
    return -psPerNmKm(wavelengthNm)
        * wavelengthNm
        * wavelengthNm
        * 1e3
        / (2 * StrictMath.PI * Photons.SPEED_OF_LIGHT);
  }

  /** Delay in ps between two wavelengths after a length; positive when the longer is later. */
  default double differentialDelayPs(double shorterNm, double longerNm, double lengthKm) {
    double middle = (shorterNm + longerNm) / 2;
    double half = (longerNm - shorterNm) / 2;
    Require.notNegative(lengthKm, "lengthKm");
    // Simpson's rule is exact for a linear D and better than 1e-4 for G.652 across 100 nm.
    double mean = (psPerNmKm(shorterNm) + 4 * psPerNmKm(middle) + psPerNmKm(longerNm)) / 6;
    return mean * 2 * half * lengthKm;
  }

  /** D given at one wavelength and straight from there. */
  record Linear(double referenceNm, double referencePsPerNmKm, double slopePsPerNm2Km)
      implements Dispersion {
    public Linear {
      Require.positive(referenceNm, "referenceNm");
      Require.finite(referencePsPerNmKm, "referencePsPerNmKm");
      Require.finite(slopePsPerNm2Km, "slopePsPerNm2Km");
    }

    @Override
    public double psPerNmKm(double wavelengthNm) {
      return referencePsPerNmKm
          + slopePsPerNm2Km * (Require.positive(wavelengthNm, "wavelengthNm") - referenceNm);
    }

    @Override
    public double slopePsPerNm2Km(double wavelengthNm) {
      Require.positive(wavelengthNm, "wavelengthNm");
      return slopePsPerNm2Km;
    }

    /** Refused for a slope of zero. */
    @Override
    public double zeroDispersionNm() {
      return Require.positive(
          referenceNm - referencePsPerNmKm / slopePsPerNm2Km, "zero-dispersion wavelength");
    }
  }

  /**
   * The three-term Sellmeier form that ITU-T G.652 and data sheets use: D = S0/4 (lambda -
   * lambda0⁴/lambda³), meant for 1200 to 1625 nm.
   */
  record Standard(double zeroDispersionNm, double zeroSlopePsPerNm2Km) implements Dispersion {
    public Standard {
      Require.positive(zeroDispersionNm, "zeroDispersionNm");
      Require.positive(zeroSlopePsPerNm2Km, "zeroSlopePsPerNm2Km");
    }

    @Override
    public double psPerNmKm(double wavelengthNm) {
      Require.positive(wavelengthNm, "wavelengthNm");
      double ratio = zeroDispersionNm / wavelengthNm;
      double square = ratio * ratio;
      return zeroSlopePsPerNm2Km / 4 * wavelengthNm * (1 - square * square);
    }

    @Override
    public double slopePsPerNm2Km(double wavelengthNm) {
      Require.positive(wavelengthNm, "wavelengthNm");
      double ratio = zeroDispersionNm / wavelengthNm;
      double square = ratio * ratio;
      return zeroSlopePsPerNm2Km / 4 * (1 + 3 * square * square);
    }
  }

  /**
   * Standard single-mode fiber: zero at 1313 nm, slope 0.086 ps/(nm² km) there (data-sheet typical
   * values, assumed), so 16.2 ps/(nm km) at 1550 nm.
   */
  static Dispersion smf28() {
    return new Standard(1313, 0.086);
  }
}

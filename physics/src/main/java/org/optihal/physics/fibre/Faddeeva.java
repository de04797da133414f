package org.optihal.physics.fibre;

/**
 * Real part of the Faddeeva function w(x + iy), y not negative: the Voigt profile. Expansion of J.
 * A. C. Weideman, SIAM J. Numer. Anal. 31, 1497 (1994), with 40 terms: relative error below 1e-10
 * where the Lorentzian part has some weight.
 */
final class Faddeeva {
  private static final int TERMS = 40;
  private static final double SCALE = StrictMath.sqrt(TERMS / StrictMath.sqrt(2));
  private static final double[] COEFFICIENTS = coefficients();

  private Faddeeva() {}

  static double real(double x, double y) {
    // z = x + iy; L + iz and L - iz
    double upRe = SCALE - y;
    double downRe = SCALE + y;
    double norm = downRe * downRe + x * x;
    // 1 / (L - iz) and Z = (L + iz) / (L - iz)
    double invRe = downRe / norm;
    double invIm = x / norm;
    double zRe = upRe * invRe - x * invIm;
    double zIm = upRe * invIm + x * invRe;
    double re = 0;
    double im = 0;
    for (int n = TERMS - 1; n >= 0; n--) {
      double next = re * zRe - im * zIm + COEFFICIENTS[n];
      im = re * zIm + im * zRe;
      re = next;
    }
    double squareRe = invRe * invRe - invIm * invIm;
    double squareIm = 2 * invRe * invIm;
    return 2 * (re * squareRe - im * squareIm) + invRe / StrictMath.sqrt(StrictMath.PI);
  }

  private static double[] coefficients() {
    int half = 2 * TERMS;
    double[] a = new double[TERMS];
    for (int n = 1; n <= TERMS; n++) {
      double sum = 0;
      for (int j = -half + 1; j < half; j++) {
        double theta = j * StrictMath.PI / half;
        double t = SCALE * StrictMath.tan(theta / 2);
        sum += StrictMath.exp(-t * t) * (SCALE * SCALE + t * t) * StrictMath.cos(n * theta);
      }
      a[n - 1] = sum / (2 * half);
    }
    return a;
  }
}

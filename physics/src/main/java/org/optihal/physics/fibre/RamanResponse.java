package org.optihal.physics.fibre;

import java.util.List;
import org.optihal.physics.Require;
import org.optihal.physics.light.Photons;

/**
 * Shape of the Raman gain of fused silica: intermediate-broadening model of 13 vibrational modes,
 * D. Hollenbeck and C. D. Cantrell, J. Opt. Soc. Am. B 19, 2886 (2002), Table 1 (as tabulated alike
 * by gnlse-python, Luna.jl and pyraman). The response to an impulse is
 *
 * <pre>h(t) = sum A exp(-gamma t - Gamma² t² / 4) sin(omega t)</pre>
 *
 * <p>and the gain is the imaginary part of its Fourier transform, a difference of Voigt profiles
 * for each mode.
 */
public final class RamanResponse {
  /** Largest frequency offset in Hz: more than between any two lines from O to L band. */
  public static final double LARGEST_OFFSET = 60e12;

  private static final double STEP = 0.02e12;

  private static final List<Mode> MODES =
      List.of(
          new Mode(56.25, 1.00, 52.10, 17.37),
          new Mode(100.00, 11.40, 110.42, 38.81),
          new Mode(231.25, 36.67, 175.00, 58.33),
          new Mode(362.50, 67.67, 162.50, 54.17),
          new Mode(463.00, 74.00, 135.33, 45.11),
          new Mode(497.00, 4.50, 24.50, 8.17),
          new Mode(611.50, 6.80, 41.50, 13.83),
          new Mode(691.67, 4.60, 155.00, 51.67),
          new Mode(793.67, 4.20, 59.50, 19.83),
          new Mode(835.50, 4.50, 64.30, 21.43),
          new Mode(930.00, 2.70, 150.00, 50.00),
          new Mode(1080.00, 3.10, 91.00, 30.33),
          new Mode(1215.00, 3.00, 160.00, 53.33));

  private static final double[] TABLE = table();

  private RamanResponse() {}

  /**
   * Gain at a frequency offset between 0 and 60 THz, relative to its peak at 13.2 THz. Beyond 40
   * THz the model has only the tails of its lines, where measured gain is lower still.
   */
  public static double relativeGain(double offset) {
    double position = Require.within(offset, 0, LARGEST_OFFSET, "offset") / STEP;
    int below = Math.min((int) position, TABLE.length - 2);
    return TABLE[below] + (position - below) * (TABLE[below + 1] - TABLE[below]);
  }

  private static double[] table() {
    double[] gains = new double[(int) StrictMath.round(LARGEST_OFFSET / STEP) + 1];
    double peak = 0;
    for (int i = 0; i < gains.length; i++) {
      for (Mode mode : MODES) {
        gains[i] += mode.gain(i * STEP);
      }
      peak = Math.max(peak, gains[i]);
    }
    for (int i = 0; i < gains.length; i++) {
      gains[i] /= peak;
    }
    return gains;
  }

  /** One vibrational mode; wave numbers and full widths at half maximum in 1/cm. */
  private record Mode(
      double positionPerCm, double amplitude, double gaussianPerCm, double lorentzianPerCm) {

    double gain(double offset) {
      double hertz = 100 * Photons.SPEED_OF_LIGHT;
      double omega = 2 * StrictMath.PI * positionPerCm * hertz;
      // The model's Gamma and gamma are pi times the widths, so half the angular width.
      double gaussian = StrictMath.PI * gaussianPerCm * hertz;
      double lorentzian = StrictMath.PI * lorentzianPerCm * hertz;
      double angular = 2 * StrictMath.PI * offset;
      return amplitude
          * (voigt(angular - omega, gaussian, lorentzian)
              - voigt(angular + omega, gaussian, lorentzian));
    }

    private static double voigt(double x, double gaussian, double lorentzian) {
      return Faddeeva.real(x / gaussian, lorentzian / gaussian) / gaussian;
    }
  }
}

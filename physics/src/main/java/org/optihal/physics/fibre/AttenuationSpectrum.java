package org.optihal.physics.fibre;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.optihal.physics.Require;
import org.optihal.physics.light.Photons;

/**
 * Attenuation of a fiber over wavelength, linear between the given points. Outside the points there
 * is no answer: a wavelength there is refused with an error that names the range.
 */
public final class AttenuationSpectrum {
  /** What a conversion to frequency and back may add at the ends of the range. */
  private static final double ROUNDING_NM = 1e-9;

  private static final AttenuationSpectrum SMF28 =
      of(
          Map.ofEntries(
              Map.entry(1260.0, 0.390),
              Map.entry(1310.0, 0.340),
              Map.entry(1360.0, 0.300),
              Map.entry(1375.0, 0.300),
              Map.entry(1383.0, 0.310),
              Map.entry(1391.0, 0.295),
              Map.entry(1420.0, 0.275),
              Map.entry(1460.0, 0.257),
              Map.entry(1500.0, 0.240),
              Map.entry(1510.0, 0.230),
              Map.entry(1530.0, 0.217),
              Map.entry(1550.0, 0.212),
              Map.entry(1565.0, 0.211),
              Map.entry(1580.0, 0.212),
              Map.entry(1600.0, 0.215),
              Map.entry(1620.0, 0.222),
              Map.entry(1640.0, 0.238),
              Map.entry(1650.0, 0.250)));

  private static final AttenuationSpectrum G654E =
      of(
          Map.ofEntries(
              Map.entry(1260.0, 0.350),
              Map.entry(1310.0, 0.300),
              Map.entry(1383.0, 0.270),
              Map.entry(1460.0, 0.200),
              Map.entry(1500.0, 0.180),
              Map.entry(1530.0, 0.169),
              Map.entry(1550.0, 0.165),
              Map.entry(1580.0, 0.164),
              Map.entry(1600.0, 0.168),
              Map.entry(1625.0, 0.179),
              Map.entry(1650.0, 0.200)));

  private final double[] wavelengthsNm;
  private final double[] lossesDbPerKm;

  private AttenuationSpectrum(double[] wavelengthsNm, double[] lossesDbPerKm) {
    this.wavelengthsNm = wavelengthsNm;
    this.lossesDbPerKm = lossesDbPerKm;
  }

  /** From loss in dB/km at each wavelength in nm; two points at least. */
  public static AttenuationSpectrum of(Map<Double, Double> lossDbPerKmByWavelengthNm) {
    NavigableMap<Double, Double> points = new TreeMap<>(lossDbPerKmByWavelengthNm);
    if (points.size() < 2) {
      throw new IllegalArgumentException(
          "an attenuation spectrum needs two points, not " + points.size());
    }
    double[] wavelengths = new double[points.size()];
    double[] losses = new double[points.size()];
    int i = 0;
    for (Map.Entry<Double, Double> point : points.entrySet()) {
      wavelengths[i] = Require.positive(point.getKey(), "wavelengthNm");
      losses[i] = Require.notNegative(point.getValue(), "lossDbPerKm");
      i++;
    }
    return new AttenuationSpectrum(wavelengths, losses);
  }

  /** The same loss at every wavelength from O to L band, 1260 to 1650 nm. */
  public static AttenuationSpectrum flat(double lossDbPerKm) {
    return of(Map.of(1260.0, lossDbPerKm, 1650.0, lossDbPerKm));
  }

  /**
   * Standard single-mode fiber (G.652.D), 1260 to 1650 nm. From 1500 nm up: the column measured on
   * an installed-grade fiber in the CC0 data set NetSquid_coexisting_Raman_noise. Below 1500 nm
   * assumed: 0.34 dB/km at 1310 nm, a low-water-peak E band with 0.01 dB/km left at 1383 nm.
   */
  public static AttenuationSpectrum smf28() {
    return SMF28;
  }

  /**
   * Low-loss fiber of large mode area (G.654.E), 1260 to 1650 nm; the whole profile is assumed,
   * typical of published data sheets (0.165 dB/km at 1550 nm). Its cut-off lies between 1450 and
   * 1530 nm: at shorter wavelengths the loss is meant for its fundamental mode.
   */
  public static AttenuationSpectrum g654e() {
    return G654E;
  }

  /** This profile times one factor, so that it agrees with a loss measured at one wavelength. */
  public AttenuationSpectrum scaled(double wavelengthNm, double lossDbPerKm) {
    double factor =
        Require.notNegative(lossDbPerKm, "lossDbPerKm")
            / Require.positive(atWavelength(wavelengthNm), "loss of the profile there");
    double[] losses = lossesDbPerKm.clone();
    for (int i = 0; i < losses.length; i++) {
      losses[i] *= factor;
    }
    return new AttenuationSpectrum(wavelengthsNm, losses);
  }

  /** Loss in dB/km at a frequency in Hz. */
  public double at(double frequency) {
    return atWavelength(Photons.wavelengthNm(frequency));
  }

  /** Loss in dB/km at a vacuum wavelength. */
  public double atWavelength(double wavelengthNm) {
    Require.finite(wavelengthNm, "wavelengthNm");
    if (wavelengthNm < shortestNm() - ROUNDING_NM || wavelengthNm > longestNm() + ROUNDING_NM) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "wavelength %.3f nm is outside the attenuation spectrum, %.3f to %.3f nm",
              wavelengthNm,
              shortestNm(),
              longestNm()));
    }
    int found = Arrays.binarySearch(wavelengthsNm, wavelengthNm);
    if (found >= 0) {
      return lossesDbPerKm[found];
    }
    int above = Math.min(Math.max(-found - 1, 1), wavelengthsNm.length - 1);
    double part =
        (wavelengthNm - wavelengthsNm[above - 1])
            / (wavelengthsNm[above] - wavelengthsNm[above - 1]);
    return lossesDbPerKm[above - 1] + part * (lossesDbPerKm[above] - lossesDbPerKm[above - 1]);
  }

  public double shortestNm() {
    return wavelengthsNm[0];
  }

  public double longestNm() {
    return wavelengthsNm[wavelengthsNm.length - 1];
  }
}

package org.optihal.physics.photon;

import java.util.List;
import org.optihal.physics.Require;

/**
 * Detection efficiency over wavelength relative to its maximum, linear between the points of a
 * table; 0 outside of it, where the absorber is transparent or its window opaque.
 */
public record SpectralEfficiency(List<Point> points) {
  /** One measured value; {@code relative} from 0 to 1. */
  public record Point(double wavelengthNm, double relative) {
    public Point {
      Require.positive(wavelengthNm, "wavelengthNm");
      Require.fraction(relative, "relative");
    }
  }

  /** InGaAs/InP avalanche diode, assumed. */
  public static final SpectralEfficiency INDIUM_GALLIUM_ARSENIDE =
      of(
          900, 0, 950, 0.2, 1000, 0.55, 1064, 0.7, 1200, 0.95, 1310, 1, 1450, 0.95, 1550, 0.85,
          1600, 0.6, 1650, 0.25, 1700, 0.02, 1720, 0);

  /** Thick reach-through Si avalanche diode, assumed. */
  public static final SpectralEfficiency SILICON =
      of(
          350, 0, 400, 0.1, 450, 0.4, 500, 0.65, 550, 0.85, 600, 0.95, 650, 1, 700, 1, 750, 0.95,
          800, 0.85, 850, 0.65, 900, 0.45, 950, 0.25, 1000, 0.12, 1064, 0.03, 1100, 0.005, 1150, 0);

  /** Nanowire in an optical cavity for 1550 nm, assumed. */
  public static final SpectralEfficiency NANOWIRE_1550 =
      of(
          1100, 0, 1200, 0.35, 1310, 0.55, 1400, 0.75, 1480, 0.93, 1550, 1, 1600, 0.96, 1650, 0.85,
          1800, 0.4, 2000, 0);

  public SpectralEfficiency {
    points = List.copyOf(points);
    Require.within(points.size(), 2, 100_000, "number of points");
    for (int i = 1; i < points.size(); i++) {
      if (!(points.get(i).wavelengthNm() > points.get(i - 1).wavelengthNm())) {
        throw new IllegalArgumentException(
            "wavelengths must increase, "
                + points.get(i).wavelengthNm()
                + " nm follows "
                + points.get(i - 1).wavelengthNm()
                + " nm");
      }
    }
  }

  /** From wavelength in nm and relative efficiency in turn. */
  public static SpectralEfficiency of(double... pairs) {
    if (pairs.length % 2 != 0) {
      throw new IllegalArgumentException("pairs must have a value for each wavelength");
    }
    Point[] points = new Point[pairs.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Point(pairs[2 * i], pairs[2 * i + 1]);
    }
    return new SpectralEfficiency(List.of(points));
  }

  public double at(double wavelengthNm) {
    Require.positive(wavelengthNm, "wavelengthNm");
    for (int i = 1; i < points.size(); i++) {
      Point low = points.get(i - 1);
      Point high = points.get(i);
      if (wavelengthNm >= low.wavelengthNm() && wavelengthNm <= high.wavelengthNm()) {
        double part =
            (wavelengthNm - low.wavelengthNm()) / (high.wavelengthNm() - low.wavelengthNm());
        return low.relative() + part * (high.relative() - low.relative());
      }
    }
    return 0;
  }
}

package org.optihal.physics.fibre;

import org.optihal.physics.Require;

/**
 * Raman gain efficiency of a fiber, averaged over polarization (a depolarized pump). {@code
 * peakPerWattKm} is its peak when the pump is at {@code pumpFrequency}; at other frequencies it
 * goes with the pump's frequency and against the area in which the two modes overlap.
 */
public record RamanGain(double peakPerWattKm, double pumpFrequency, EffectiveArea area) {
  private static final double PEAK_OFFSET = 13.2e12;

  public RamanGain {
    Require.notNegative(peakPerWattKm, "peakPerWattKm");
    Require.positive(pumpFrequency, "pumpFrequency");
  }

  /**
   * Standard single-mode fiber: 0.42 1/(W km) for a depolarized pump at 1454 nm (206.18 THz), the
   * peak of the measured curve that GNPy uses.
   */
  public static RamanGain smf28() {
    return new RamanGain(0.42, 206.184634112792e12, EffectiveArea.smf28());
  }

  /** As {@link #smf28()}, lower by the ratio of the mode areas (assumed: same silica core). */
  public static RamanGain g654e() {
    RamanGain standard = smf28();
    double stokes = standard.pumpFrequency - PEAK_OFFSET;
    double ratio =
        EffectiveArea.smf28().overlapSquareUm(standard.pumpFrequency, stokes)
            / EffectiveArea.g654e().overlapSquareUm(standard.pumpFrequency, stokes);
    return new RamanGain(
        standard.peakPerWattKm * ratio, standard.pumpFrequency, EffectiveArea.g654e());
  }

  /**
   * Gain in 1/(W km) that light at {@code stokes} sees from a pump at the higher frequency {@code
   * pump}; offset at most {@link RamanResponse#LARGEST_OFFSET}.
   */
  public double perWattKm(double pump, double stokes) {
    Require.positive(pump, "pump");
    Require.positive(stokes, "stokes");
    double referenceArea = area.overlapSquareUm(pumpFrequency, pumpFrequency - PEAK_OFFSET);
    return peakPerWattKm
        * RamanResponse.relativeGain(Require.notNegative(pump - stokes, "pump - stokes"))
        * (pump / pumpFrequency)
        * (referenceArea / area.overlapSquareUm(pump, stokes));
  }
}

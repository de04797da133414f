package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/**
 * Two-photon interference of two phase-randomized weak coherent pulses at a balanced beam splitter:
 * how deep coincidences of its two outputs dip against pulses that do not interfere. Hong, Ou and
 * Mandel, PRL 59, 2044 (1987); the intensities of the outputs are those of two classical fields
 * with a random phase.
 */
public final class HongOuMandel {
  private static final double FWHM_PER_DEVIATION = 2 * StrictMath.sqrt(2 * StrictMath.log(2));

  private HongOuMandel() {}

  /**
   * Overlap {@code |<a|b>|^2} of two transform-limited Gaussian pulses of equal length, {@code
   * exp(-dt^2/(4 s^2)) exp(-(2 pi df)^2 s^2) cos^2(theta)} with {@code s} the standard deviation of
   * the intensity: 1 if they cannot be told apart, 0 if they can be with certainty.
   *
   * @param pulseWidth full width at half maximum of the intensity in seconds
   * @param delay between the centers in seconds
   * @param frequencyOffset between the carriers in hertz
   * @param polarizationAngle between two linear polarizations in radians
   */
  public static double overlap(
      double pulseWidth, double delay, double frequencyOffset, double polarizationAngle) {
    double deviation = Require.positive(pulseWidth, "pulseWidth") / FWHM_PER_DEVIATION;
    Require.finite(delay, "delay");
    Require.finite(frequencyOffset, "frequencyOffset");
    double cosine = StrictMath.cos(Require.finite(polarizationAngle, "polarizationAngle"));
    double temporal = delay / (2 * deviation);
    double spectral = 2 * Math.PI * frequencyOffset * deviation;
    return StrictMath.exp(-temporal * temporal - spectral * spectral) * cosine * cosine;
  }

  /**
   * Visibility in the limit of few photons, {@code 2 M mu_a mu_b / (mu_a + mu_b)^2}: at most 1/2.
   *
   * @param meanPhotonsA of one pulse at the beam splitter
   * @param meanPhotonsB of the other
   * @param overlap {@code M}, 0 to 1
   */
  public static double visibility(double meanPhotonsA, double meanPhotonsB, double overlap) {
    Require.positive(meanPhotonsA, "meanPhotonsA");
    Require.positive(meanPhotonsB, "meanPhotonsB");
    Require.fraction(overlap, "overlap");
    double ratio = Math.min(meanPhotonsA, meanPhotonsB) / Math.max(meanPhotonsA, meanPhotonsB);
    return 2 * overlap * ratio / ((1 + ratio) * (1 + ratio));
  }

  /**
   * Visibility that two threshold detectors measure, {@code 1 - C(M)/C(0)} with coincidences {@code
   * C = 1 - 2 q exp(-s/2) I0(sqrt(M a b)) + q^2 exp(-s)}, {@code s = a + b}, {@code q = 1 - p}.
   *
   * @param detectedPhotonsA mean detections {@code a} of one pulse, efficiency included, 0 to 50
   * @param detectedPhotonsB mean detections {@code b} of the other, likewise
   * @param overlap {@code M}, 0 to 1
   * @param backgroundProbability {@code p}: clicks per gate and detector without the pulses
   */
  public static double measuredVisibility(
      double detectedPhotonsA,
      double detectedPhotonsB,
      double overlap,
      double backgroundProbability) {
    Require.within(
        Require.positive(detectedPhotonsA, "detectedPhotonsA"), 0, 50, "detectedPhotonsA");
    Require.within(
        Require.positive(detectedPhotonsB, "detectedPhotonsB"), 0, 50, "detectedPhotonsB");
    Require.fraction(overlap, "overlap");
    Require.fraction(backgroundProbability, "backgroundProbability");
    double half = (detectedPhotonsA + detectedPhotonsB) / 2;
    double dark = (1 - backgroundProbability) * StrictMath.exp(-half);
    // One detector clicks with 1 - dark if the phase does not matter; both do independently.
    double click = -StrictMath.expm1(-half) + backgroundProbability * StrictMath.exp(-half);
    double without = click * click;
    double bunched =
        2
            * dark
            * ModifiedBessel.i0MinusOne(
                StrictMath.sqrt(overlap * detectedPhotonsA * detectedPhotonsB));
    return bunched / without;
  }
}

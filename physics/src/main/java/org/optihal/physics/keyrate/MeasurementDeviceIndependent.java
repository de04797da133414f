package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/**
 * Measurement-device-independent QKD with phase-randomized weak coherent pulses, polarization
 * coding and a Bell-state measurement of four threshold detectors that finds two of the four Bell
 * states: Lo, Curty and Qi, PRL 108, 130503 (2012). Gains and error rates after Ma and Razavi, PRA
 * 86, 062319 (2012), and Xu et al., NJP 15, 113007 (2013), here with pulses that interfere only as
 * far as they overlap: every product {@code sqrt(mu_a mu_b)} of fields is weighted by {@code
 * sqrt(M)}.
 *
 * @param efficiencyA {@code eta_a} from one sender to a click, detector included
 * @param efficiencyB {@code eta_b} of the other
 * @param backgroundProbability {@code p}: dark and noise clicks per gate and detector
 * @param misalignment {@code e_d}: probability that a photon is found in the wrong polarization
 * @param overlap {@code M} of {@link HongOuMandel#overlap}
 */
public record MeasurementDeviceIndependent(
    double efficiencyA,
    double efficiencyB,
    double backgroundProbability,
    double misalignment,
    double overlap) {

  public MeasurementDeviceIndependent {
    Require.fraction(efficiencyA, "efficiencyA");
    Require.fraction(efficiencyB, "efficiencyB");
    Require.fraction(backgroundProbability, "backgroundProbability");
    Require.fraction(misalignment, "misalignment");
    Require.fraction(overlap, "overlap");
  }

  /** Successful Bell-state measurements per pair of pulses, and how many of them are wrong. */
  public record Outcome(double gain, double qber) {
    private static Outcome of(double gain, double errors) {
      // Without any success nothing is known of the errors.
      return new Outcome(gain, gain <= 0 ? 0.5 : Math.min(1, Math.max(0, errors / gain)));
    }
  }

  /**
   * Both senders in the rectilinear basis, which makes the key.
   *
   * @param meanPhotonsA at the sender's output, 0 to 50
   * @param meanPhotonsB likewise
   */
  public Outcome rectilinear(double meanPhotonsA, double meanPhotonsB) {
    double a = efficiencyA * meanPhotons(meanPhotonsA, "meanPhotonsA");
    double b = efficiencyB * meanPhotons(meanPhotonsB, "meanPhotonsB");
    double q = 1 - backgroundProbability;
    double scale = 2 * q * q * StrictMath.exp(-(a + b) / 2);
    double correct = scale * click(a / 2) * click(b / 2);
    double wrong =
        scale
            * backgroundProbability
            * (ModifiedBessel.i0MinusOne(StrictMath.sqrt(overlap * a * b)) + click((a + b) / 2));
    return Outcome.of(correct + wrong, misalignment * correct + (1 - misalignment) * wrong);
  }

  /**
   * Both senders in the diagonal basis, which shows the phase errors.
   *
   * @param meanPhotonsA at the sender's output, 0 to 50
   * @param meanPhotonsB likewise
   */
  public Outcome diagonal(double meanPhotonsA, double meanPhotonsB) {
    double a = efficiencyA * meanPhotons(meanPhotonsA, "meanPhotonsA");
    double b = efficiencyB * meanPhotons(meanPhotonsB, "meanPhotonsB");
    double x = StrictMath.sqrt(overlap * a * b) / 2;
    double y = (1 - backgroundProbability) * StrictMath.exp(-(a + b) / 4);
    // 1 + 2 y^2 - 4 y I0(x) + I0(2x), the sum of small positive parts.
    double difference = ModifiedBessel.i0MinusOne(x) + click((a + b) / 4);
    double gain = 2 * y * y * (2 * difference * difference + ModifiedBessel.bunching(x));
    double interference = 2 * y * y * ModifiedBessel.i0MinusOne(2 * x);
    return Outcome.of(gain, gain / 2 - (0.5 - misalignment) * interference);
  }

  /** {@code Y11}: successes per pair if both senders sent exactly one photon; any basis. */
  public double singlePhotonYield() {
    double p = backgroundProbability;
    double q = 1 - p;
    double lostA = p * (1 - efficiencyA);
    double lostB = p * (1 - efficiencyB);
    double product = efficiencyA * efficiencyB;
    double alone =
        (efficiencyA + efficiencyB) / 2
            - (3 - overlap) / 4 * product
            + p * (1 - efficiencyA) * (1 - efficiencyB);
    return 2 * q * q * ((efficiencyA / 2 + lostA) * (efficiencyB / 2 + lostB) + p * alone);
  }

  /**
   * {@code e11} in the diagonal basis, {@code e11 Y11 = Y11/2 - (1/2 - e_d)(1-p)^2 M eta_a
   * eta_b/2}; 1/2 where nothing is detected.
   */
  public double singlePhotonErrorRate() {
    double yield = singlePhotonYield();
    if (yield == 0) {
      return 0.5;
    }
    double q = 1 - backgroundProbability;
    double interference = q * q * overlap * efficiencyA * efficiencyB / 2;
    return 0.5 - (0.5 - misalignment) * interference / yield;
  }

  /**
   * The key rate with infinitely many decoys: {@code q (P11 Y11 (1 - h(e11)) - Q f h(E))} per pair
   * of pulses, Lo et al. 2012, equation (1).
   *
   * @param post the sifting factor is the share of pairs of signals in the rectilinear basis
   */
  public DecoyKeyRate infiniteDecoy(double meanPhotonsA, double meanPhotonsB, PostProcessing post) {
    Outcome signal = rectilinear(meanPhotonsA, meanPhotonsB);
    return keyRate(
        meanPhotonsA, meanPhotonsB, signal, singlePhotonYield(), singlePhotonErrorRate(), post);
  }

  /**
   * The same formula for measured gain and error rate, and for bounds of {@code Y11} and {@code
   * e11} from whatever decoy analysis.
   */
  public static DecoyKeyRate keyRate(
      double meanPhotonsA,
      double meanPhotonsB,
      Outcome signal,
      double singlePhotonYield,
      double singlePhotonErrorRate,
      PostProcessing post) {
    double a = meanPhotons(meanPhotonsA, "meanPhotonsA");
    double b = meanPhotons(meanPhotonsB, "meanPhotonsB");
    return DecoyKeyRate.of(
        Require.fraction(signal.gain, "gain"),
        Require.fraction(signal.qber, "qber"),
        a * b * StrictMath.exp(-a - b),
        Require.fraction(singlePhotonYield, "singlePhotonYield"),
        Require.fraction(singlePhotonErrorRate, "singlePhotonErrorRate"),
        post);
  }

  /** Probability that a detector clicks which so many photons reach on average. */
  private double click(double photons) {
    double nothing = StrictMath.exp(-photons);
    return -StrictMath.expm1(-photons) + backgroundProbability * nothing;
  }

  private static double meanPhotons(double value, String name) {
    return Require.within(value, 0, 50, name);
  }
}

package org.optihal.physics.keyrate;

import org.optihal.physics.Require;
import org.optihal.physics.light.Decibels;

/**
 * A line from a source of phase-randomized weak coherent pulses to a pair of threshold detectors.
 *
 * @param efficiency overall transmittance from the source's output to a click: fibre, receiver
 *     optics and detector together
 * @param backgroundYield probability of a click in a gate when nothing was sent ({@code Y0}), all
 *     detectors of the basis together; half of these clicks are errors
 * @param misalignment probability that a photon that is detected hits the wrong detector
 * @param gainForm how signal and background clicks add up
 */
public record WeakCoherentChannel(
    double efficiency, double backgroundYield, double misalignment, GainForm gainForm) {

  /** How signal and background clicks add up; the two differ by {@code Y0 (1 - exp(-eta mu))}. */
  public enum GainForm {
    /**
     * {@code Q = Y0 + 1 - exp(-eta mu)}: Ma et al., PRA 72, 012326 (2005), for small Y0; where the
     * sum exceeds one, it is one.
     */
    ADDITIVE,
    /** {@code Q = 1 - (1 - Y0) exp(-eta mu)}: clicks that coincide are counted once. */
    EXACT
  }

  public WeakCoherentChannel {
    Require.fraction(efficiency, "efficiency");
    Require.fraction(backgroundYield, "backgroundYield");
    Require.fraction(misalignment, "misalignment");
  }

  /** The channel with the additive gain of the decoy-state papers. */
  public WeakCoherentChannel(double efficiency, double backgroundYield, double misalignment) {
    this(efficiency, backgroundYield, misalignment, GainForm.ADDITIVE);
  }

  /** {@code 10^(-loss length / 10)} times the efficiency of receiver and detector. */
  public static double efficiency(double lossDbPerKm, double lengthKm, double receiverEfficiency) {
    Require.notNegative(lossDbPerKm, "lossDbPerKm");
    Require.notNegative(lengthKm, "lengthKm");
    Require.fraction(receiverEfficiency, "receiverEfficiency");
    return Decibels.transmittance(lossDbPerKm * lengthKm) * receiverEfficiency;
  }

  /**
   * The background yield of two detectors, {@code Y0 = 1 - (1 - p_d)^2 exp(-eta n)}.
   *
   * @param darkProbability dark clicks per gate and detector
   * @param noisePhotons mean number of noise photons per gate (Raman, leakage, crosstalk, ASE) that
   *     reach the two detectors together
   * @param detectorEfficiency of either detector
   */
  public static double backgroundYield(
      double darkProbability, double noisePhotons, double detectorEfficiency) {
    Require.fraction(darkProbability, "darkProbability");
    Require.notNegative(noisePhotons, "noisePhotons");
    Require.fraction(detectorEfficiency, "detectorEfficiency");
    if (darkProbability == 1) {
      return 1;
    }
    return -StrictMath.expm1(
        2 * StrictMath.log1p(-darkProbability) - detectorEfficiency * noisePhotons);
  }

  /** Probability of a click per pulse of this mean photon number ({@code Q_mu}). */
  public double gain(double meanPhotonNumber) {
    double signal = signalClicks(meanPhotonNumber);
    return switch (gainForm) {
      case ADDITIVE -> Math.min(1, backgroundYield + signal);
      case EXACT -> backgroundYield + (1 - backgroundYield) * signal;
    };
  }

  /** {@code E_mu Q_mu = Y0/2 + e_d (1 - exp(-eta mu))}: wrong clicks per pulse, in both forms. */
  public double errorGain(double meanPhotonNumber) {
    return backgroundYield / 2 + misalignment * signalClicks(meanPhotonNumber);
  }

  /** {@code E_mu}; 1/2 where there are no clicks at all. */
  public double qber(double meanPhotonNumber) {
    double gain = gain(meanPhotonNumber);
    return gain == 0 ? 0.5 : Math.min(1, errorGain(meanPhotonNumber) / gain);
  }

  /** What would be measured with pulses of this mean photon number, without fluctuation. */
  public IntensityStatistics statistics(double meanPhotonNumber) {
    return new IntensityStatistics(
        meanPhotonNumber, gain(meanPhotonNumber), qber(meanPhotonNumber));
  }

  /** {@code Y1 = Y0 + eta - Y0 eta}: probability of a click if exactly one photon was sent. */
  public double singlePhotonYield() {
    return backgroundYield + (1 - backgroundYield) * efficiency;
  }

  /** {@code e1 = (Y0/2 + e_d eta) / Y1}; 1/2 where there are no clicks at all. */
  public double singlePhotonErrorRate() {
    double yield = singlePhotonYield();
    return yield == 0
        ? 0.5
        : Math.min(1, (backgroundYield / 2 + misalignment * efficiency) / yield);
  }

  private double signalClicks(double meanPhotonNumber) {
    Require.notNegative(meanPhotonNumber, "meanPhotonNumber");
    return -StrictMath.expm1(-efficiency * meanPhotonNumber);
  }
}

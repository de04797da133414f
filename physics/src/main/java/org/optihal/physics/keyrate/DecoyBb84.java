package org.optihal.physics.keyrate;

import org.optihal.physics.Require;

/**
 * Asymptotic key rate of BB84 with decoy states: blocks so long that statistics do not fluctuate.
 * Only the signal intensity makes key.
 */
public final class DecoyBb84 {
  private static final double BRIGHTEST_SIGNAL = 3;

  private DecoyBb84() {}

  /**
   * Infinitely many decoys: yield and error rate of single photons are known exactly (Lo, Ma and
   * Chen, PRL 94, 230504 (2005)).
   */
  public static DecoyKeyRate infiniteDecoy(
      WeakCoherentChannel channel, double signalMeanPhotons, PostProcessing post) {
    double mu = Require.positive(signalMeanPhotons, "signalMeanPhotons");
    IntensityStatistics signal = channel.statistics(mu);
    return DecoyKeyRate.of(
        signal.gain(),
        signal.qber(),
        mu * StrictMath.exp(-mu),
        channel.singlePhotonYield(),
        channel.singlePhotonErrorRate(),
        post);
  }

  /** {@link #vacuumWeak(IntensityStatistics, IntensityStatistics, double, PostProcessing)}. */
  public static DecoyKeyRate vacuumWeak(
      WeakCoherentChannel channel,
      double signalMeanPhotons,
      double decoyMeanPhotons,
      PostProcessing post) {
    return vacuumWeak(
        channel.statistics(signalMeanPhotons),
        channel.statistics(decoyMeanPhotons),
        channel.backgroundYield(),
        post);
  }

  /**
   * Vacuum and one weak decoy, from measured gains and error rates: the lower bound of {@code Y1}
   * and the upper bound of {@code e1} of Ma et al., PRA 72, 012326 (2005), equations (34) and (37).
   * Where half of the vacuum clicks are more than all errors of the decoy, as by fluctuation of
   * measured values, they are not taken off those: {@code e1 <= E Q exp(nu)/(Y1 nu)}.
   *
   * @param decoy weaker than the signal
   * @param vacuumYield clicks per pulse when nothing is sent
   */
  public static DecoyKeyRate vacuumWeak(
      IntensityStatistics signal,
      IntensityStatistics decoy,
      double vacuumYield,
      PostProcessing post) {
    requireDecoy(signal, decoy);
    Require.fraction(vacuumYield, "vacuumYield");
    double yield = singlePhotonYield(signal, decoy, vacuumYield);
    double errors =
        unlessNegative(decoy.weightedErrors() - vacuumYield / 2, decoy.weightedErrors());
    return rate(signal, yield, errors / (yield * decoy.meanPhotonNumber()), post);
  }

  /** {@link #oneDecoy(IntensityStatistics, IntensityStatistics, PostProcessing)}. */
  public static DecoyKeyRate oneDecoy(
      WeakCoherentChannel channel,
      double signalMeanPhotons,
      double decoyMeanPhotons,
      PostProcessing post) {
    return oneDecoy(
        channel.statistics(signalMeanPhotons), channel.statistics(decoyMeanPhotons), post);
  }

  /**
   * One weak decoy and no vacuum, from measured gains and error rates. As half of the vacuum clicks
   * are errors, {@code Y0 <= 2 E_k Q_k exp(k)} (Ma et al. 2005, one-decoy protocol); the tighter of
   * the two intensities is used. The errors of single photons are bounded by those of the decoy
   * alone and by the difference of both (Rusca et al., APL 112, 171104 (2018), without
   * fluctuations); again the tighter bound counts, unless fluctuation made the difference negative.
   */
  public static DecoyKeyRate oneDecoy(
      IntensityStatistics signal, IntensityStatistics decoy, PostProcessing post) {
    requireDecoy(signal, decoy);
    double vacuum = Math.min(1, 2 * Math.min(signal.weightedErrors(), decoy.weightedErrors()));
    double yield = singlePhotonYield(signal, decoy, vacuum);
    double mu = signal.meanPhotonNumber();
    double nu = decoy.meanPhotonNumber();
    double alone = decoy.weightedErrors() / nu;
    double difference = (signal.weightedErrors() - decoy.weightedErrors()) / (mu - nu);
    double errors = Math.min(alone, unlessNegative(difference, alone));
    return rate(signal, yield, errors / yield, post);
  }

  /** The signal intensity, up to 3 photons, with the largest infinite-decoy margin. */
  public static double optimalSignal(WeakCoherentChannel channel, PostProcessing post) {
    return Search.maximum(
        mu -> infiniteDecoy(channel, mu, post).margin(), BRIGHTEST_SIGNAL / 1e4, BRIGHTEST_SIGNAL);
  }

  /** The signal intensity above the decoy's, up to 3 photons, with the largest margin. */
  public static double optimalSignal(
      WeakCoherentChannel channel, double decoyMeanPhotons, PostProcessing post) {
    Require.positive(
        Require.within(decoyMeanPhotons, 0, BRIGHTEST_SIGNAL / 2, "decoyMeanPhotons"),
        "decoyMeanPhotons");
    return Search.maximum(
        mu -> vacuumWeak(channel, mu, decoyMeanPhotons, post).margin(),
        decoyMeanPhotons * 1.001,
        BRIGHTEST_SIGNAL);
  }

  private static double unlessNegative(double bound, double cautious) {
    return bound < 0 ? cautious : bound;
  }

  private static DecoyKeyRate rate(
      IntensityStatistics signal, double yield, double error, PostProcessing post) {
    double mu = signal.meanPhotonNumber();
    return DecoyKeyRate.of(
        signal.gain(), signal.qber(), mu * StrictMath.exp(-mu), yield, error, post);
  }

  private static double singlePhotonYield(
      IntensityStatistics signal, IntensityStatistics decoy, double vacuumYield) {
    double mu = signal.meanPhotonNumber();
    double nu = decoy.meanPhotonNumber();
    double ratio = nu / mu;
    return (decoy.weightedGain()
            - ratio * ratio * signal.weightedGain()
            - (1 - ratio * ratio) * vacuumYield)
        / (nu * (1 - ratio));
  }

  private static void requireDecoy(IntensityStatistics signal, IntensityStatistics decoy) {
    double mu = Require.positive(signal.meanPhotonNumber(), "signalMeanPhotons");
    double nu = Require.positive(decoy.meanPhotonNumber(), "decoyMeanPhotons");
    if (!(nu < mu)) {
      throw new IllegalArgumentException(
          "decoyMeanPhotons must be less than signalMeanPhotons " + mu + ", not " + nu);
    }
  }
}

package org.optihal.physics.keyrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.optihal.physics.keyrate.WeakCoherentChannel.GainForm;

class DecoyBb84Test {
  private static final PostProcessing GYS = new PostProcessing(0.5, 1.22);
  private static final PostProcessing OTHER = new PostProcessing(0.9, 1.15);

  /** The set-up of Gobby, Yuan and Shields (2004), on which the decoy papers are evaluated. */
  private static WeakCoherentChannel gys(double lengthKm) {
    return new WeakCoherentChannel(
        WeakCoherentChannel.efficiency(0.21, lengthKm, 0.045), 1.7e-6, 0.033);
  }

  private static WeakCoherentChannel other(GainForm form) {
    return new WeakCoherentChannel(
        WeakCoherentChannel.efficiency(0.195, 63, 0.17),
        WeakCoherentChannel.backgroundYield(8e-7, 3e-5, 0.17),
        0.012,
        form);
  }

  @ParameterizedTest(name = "{0} km")
  @CsvSource({
    "0,   2.55457727e-3",
    "25,  7.54393165e-4",
    "50,  2.22595155e-4",
    "100, 1.71843592e-5",
    "120, 4.81452961e-6",
    "140, 2.46454586e-7"
  })
  void infiniteDecoyOnGysIsTheReference(double lengthKm, double rate) {
    assertThat(DecoyBb84.infiniteDecoy(gys(lengthKm), 0.48, GYS).keyRatePerPulse())
        .isCloseTo(rate, withinPercentage(1e-6));
  }

  @Test
  void vacuumAndWeakOnGysIsTheReference() {
    DecoyKeyRate rate = DecoyBb84.vacuumWeak(gys(50), 0.48, 0.05, GYS);
    assertThat(rate.keyRatePerPulse()).isCloseTo(2.096249942e-4, withinPercentage(1e-7));
    assertThat(rate.singlePhotonYield()).isCloseTo(3.9548066e-3, withinPercentage(1e-6));
    assertThat(rate.singlePhotonErrorRate()).isCloseTo(0.0353984926, withinPercentage(1e-6));
  }

  /** Lo, Ma and Chen: secure past 140 km; the roots from mpmath, 30 digits. */
  @Test
  void reachOnGysIsThatOfThePapers() {
    assertThat(reachKm(length -> DecoyBb84.infiniteDecoy(gys(length), 0.48, GYS).margin()))
        .isCloseTo(142.01442, within(1e-4));
    assertThat(reachKm(length -> DecoyBb84.vacuumWeak(gys(length), 0.48, 0.05, GYS).margin()))
        .isCloseTo(140.6194, within(1e-3));
    assertThat(
            reachKm(
                length -> {
                  WeakCoherentChannel channel = gys(length);
                  double mu = DecoyBb84.optimalSignal(channel, GYS);
                  return DecoyBb84.infiniteDecoy(channel, mu, GYS).margin();
                }))
        .isCloseTo(142.21, within(0.01));
  }

  private static double reachKm(DoubleUnaryOperator margin) {
    return Search.root(margin, 100, 200);
  }

  /** Independent evaluation, mpmath, 30 digits. */
  @ParameterizedTest
  @CsvSource({
    "ADDITIVE, 0.0020386955763051, 0.00963887571728243, 0.0144607682726729, 0.00189564862645042,"
        + " 0.0092992818363188, 0.0179908649844337, 0.0017536979107332",
    "EXACT,    0.00203869627481226, 0.00963881118132811, 0.0144608650936878, 0.00189563128144575,"
        + " 0.00929921730036448, 0.0179909898398493, 0.0017536806611427"
  })
  void agreesWithAnIndependentEvaluation(
      GainForm form,
      double infinite,
      double weakYield,
      double weakError,
      double weak,
      double oneYield,
      double oneError,
      double one) {
    WeakCoherentChannel channel = other(form);
    assertThat(DecoyBb84.infiniteDecoy(channel, 0.55, OTHER).margin())
        .isCloseTo(infinite, withinPercentage(1e-8));
    DecoyKeyRate vacuumWeak = DecoyBb84.vacuumWeak(channel, 0.55, 0.12, OTHER);
    assertThat(vacuumWeak.singlePhotonYield()).isCloseTo(weakYield, withinPercentage(1e-8));
    assertThat(vacuumWeak.singlePhotonErrorRate()).isCloseTo(weakError, withinPercentage(1e-8));
    assertThat(vacuumWeak.margin()).isCloseTo(weak, withinPercentage(1e-8));
    DecoyKeyRate oneDecoy = DecoyBb84.oneDecoy(channel, 0.55, 0.12, OTHER);
    assertThat(oneDecoy.singlePhotonYield()).isCloseTo(oneYield, withinPercentage(1e-8));
    assertThat(oneDecoy.singlePhotonErrorRate()).isCloseTo(oneError, withinPercentage(1e-8));
    assertThat(oneDecoy.margin()).isCloseTo(one, withinPercentage(1e-8));
  }

  @Test
  void channelAgreesWithAnIndependentEvaluation() {
    WeakCoherentChannel channel = other(GainForm.ADDITIVE);
    assertThat(channel.efficiency()).isCloseTo(0.01004497641477129, withinPercentage(1e-11));
    assertThat(channel.backgroundYield()).isCloseTo(6.69997819504618e-6, withinPercentage(1e-10));
    assertThat(other(GainForm.EXACT).gain(0.5) - channel.gain(0.5))
        .as("the forms differ by Y0 (1 - exp(-eta mu))")
        .isCloseTo(
            channel.backgroundYield() * StrictMath.expm1(-channel.efficiency() * 0.5),
            within(1e-16));
  }

  @Test
  void optimalSignalIsWhereTheRateIsLargest() {
    WeakCoherentChannel channel = other(GainForm.ADDITIVE);
    // Root of the derivative, mpmath, 30 digits.
    assertThat(DecoyBb84.optimalSignal(channel, OTHER)).isCloseTo(0.749617443, within(1e-6));
    double mu = DecoyBb84.optimalSignal(channel, 0.1, OTHER);
    double best = DecoyBb84.vacuumWeak(channel, mu, 0.1, OTHER).margin();
    for (double offset : new double[] {-0.2, -1e-3, 1e-3, 0.2}) {
      assertThat(DecoyBb84.vacuumWeak(channel, mu + offset, 0.1, OTHER).margin()).isLessThan(best);
    }
  }

  @Test
  void countersGiveWhatTheirRatiosGive() {
    WeakCoherentChannel channel = gys(30);
    double pulses = 1e10;
    IntensityStatistics signal = counted(channel, 0.48, pulses);
    IntensityStatistics decoy = counted(channel, 0.05, pulses / 10);
    assertThat(DecoyBb84.vacuumWeak(signal, decoy, channel.backgroundYield(), GYS).margin())
        .isCloseTo(DecoyBb84.vacuumWeak(channel, 0.48, 0.05, GYS).margin(), withinPercentage(1e-8));
    assertThat(IntensityStatistics.ofCounts(0.1, 100, new IntensityCounts(0, 0)).qber())
        .isEqualTo(0.5);
  }

  private static IntensityStatistics counted(
      WeakCoherentChannel channel, double mu, double pulses) {
    return IntensityStatistics.ofCounts(
        mu, pulses, new IntensityCounts(channel.gain(mu) * pulses, channel.errorGain(mu) * pulses));
  }

  @ParameterizedTest
  @EnumSource(GainForm.class)
  void boundsAreBoundsAndRatesAreOrdered(GainForm form) {
    long seed = 20050616;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      WeakCoherentChannel channel =
          new WeakCoherentChannel(
              StrictMath.pow(10, -5 * random.nextDouble()),
              StrictMath.pow(10, -8 + 5 * random.nextDouble()),
              0.1 * random.nextDouble(),
              form);
      double mu = 0.05 + random.nextDouble();
      double nu = mu * (0.02 + 0.9 * random.nextDouble());
      DecoyKeyRate infinite = DecoyBb84.infiniteDecoy(channel, mu, GYS);
      DecoyKeyRate weak = DecoyBb84.vacuumWeak(channel, mu, nu, GYS);
      DecoyKeyRate one = DecoyBb84.oneDecoy(channel, mu, nu, GYS);
      String what = "seed " + seed + ", trial " + i + ": " + channel + " " + mu + " " + nu;
      // Additive yields of n photons count coincident clicks twice, which the bounds notice.
      double tolerance = form == GainForm.EXACT ? 1e-9 : channel.backgroundYield();
      assertThat(weak.singlePhotonYield())
          .as(what)
          .isLessThanOrEqualTo(infinite.singlePhotonYield() * (1 + 1e-9) + tolerance);
      assertThat(one.singlePhotonYield())
          .as(what)
          .isLessThanOrEqualTo(weak.singlePhotonYield() * (1 + 1e-9) + tolerance);
      for (DecoyKeyRate rate : new DecoyKeyRate[] {infinite, weak, one}) {
        assertThat(rate.margin()).as(what).isFinite();
        assertThat(rate.keyRatePerPulse()).as(what).isBetween(0.0, 1.0);
        assertThat(rate.singlePhotonErrorRate()).as(what).isBetween(0.0, 0.5);
      }
    }
  }

  /** Chance makes few errors or many vacuum clicks; that is no proof that photons are right. */
  @Test
  void moreVacuumErrorsThanDecoyErrorsDoNotMakePhotonsRight() {
    WeakCoherentChannel channel = gys(50);
    IntensityStatistics signal = channel.statistics(0.48);
    IntensityStatistics decoy = channel.statistics(0.05);
    double few = decoy.qber() * decoy.gain();
    double vacuum = 2.2 * few * StrictMath.exp(0.05); // its half is a tenth above the errors
    DecoyKeyRate rate = DecoyBb84.vacuumWeak(signal, decoy, vacuum, GYS);
    assertThat(rate.singlePhotonYield()).isPositive();
    assertThat(rate.singlePhotonErrorRate())
        .isCloseTo(
            few * StrictMath.exp(0.05) / (0.05 * rate.singlePhotonYield()), withinPercentage(1e-9));
  }

  @Test
  void fewerErrorsOfTheSignalThanOfTheDecoyDoNotMakePhotonsRight() {
    IntensityStatistics signal = new IntensityStatistics(0.5, 5e-3, 1e-4);
    IntensityStatistics decoy = new IntensityStatistics(0.1, 1e-3, 1e-2);
    DecoyKeyRate rate = DecoyBb84.oneDecoy(signal, decoy, GYS);
    assertThat(rate.singlePhotonErrorRate())
        .isCloseTo(
            1e-5 * StrictMath.exp(0.1) / (0.1 * rate.singlePhotonYield()), withinPercentage(1e-9));
  }

  @Test
  void beyondCutOffThereIsNoKeyAndTheMarginSaysHowFar() {
    DecoyKeyRate rate = DecoyBb84.infiniteDecoy(gys(200), 0.48, GYS);
    assertThat(rate.keyRatePerPulse()).isZero();
    assertThat(rate.margin()).isNegative();
    WeakCoherentChannel nothing = new WeakCoherentChannel(0, 0, 0.01);
    assertThat(nothing.qber(0.5)).isEqualTo(0.5);
    assertThat(DecoyBb84.infiniteDecoy(nothing, 0.5, GYS).margin()).isZero();
    assertThat(DecoyBb84.vacuumWeak(nothing, 0.5, 0.1, GYS).keyRatePerPulse()).isZero();
    assertThat(DecoyBb84.oneDecoy(nothing, 0.5, 0.1, GYS).keyRatePerPulse()).isZero();
    WeakCoherentChannel allNoise = new WeakCoherentChannel(0.1, 1, 0.5);
    assertThat(DecoyBb84.vacuumWeak(allNoise, 0.5, 0.1, GYS).keyRatePerPulse()).isZero();
    assertThat(WeakCoherentChannel.backgroundYield(1, 0, 0.2)).isEqualTo(1);
  }

  @Test
  void argumentsOutsideTheirDomainAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecoyBb84.vacuumWeak(gys(10), 0.4, 0.4, GYS))
        .withMessageContaining("decoyMeanPhotons");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecoyBb84.infiniteDecoy(gys(10), 0, GYS))
        .withMessageContaining("signalMeanPhotons");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeakCoherentChannel.efficiency(0.2, -1, 0.1))
        .withMessageContaining("lengthKm");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeakCoherentChannel(1.5, 0, 0))
        .withMessageContaining("efficiency");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeakCoherentChannel(0.5, Double.NaN, 0))
        .withMessageContaining("backgroundYield");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PostProcessing(0.5, 0.99))
        .withMessageContaining("errorCorrectionEfficiency");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IntensityCounts(10, 11))
        .withMessageContaining("errors");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecoyBb84.optimalSignal(gys(10), 0, GYS))
        .withMessageContaining("decoyMeanPhotons");
  }
}

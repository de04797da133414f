package org.optihal.physics.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Photons;

/**
 * "Independent evaluation": from the formulas of the papers, the integrals over the fiber by mpmath
 * quadrature with 30 digits, the Raman shape by numeric integration of h(t) sin(2 pi f t).
 */
class SpontaneousRamanTest {
  private static final double FREQUENCY = Photons.frequency(1550);

  @Test
  void aMilliwattOverTenAndTwentyFiveKilometers() {
    double co = noise(Propagation.CO, 10);
    double counter = noise(Propagation.COUNTER, 10);
    assertThat(co).isCloseTo(2.0190635e-11, withinPercentage(1e-6));
    assertThat(Photons.perNanosecond(co, FREQUENCY)).isCloseTo(0.157545116, withinPercentage(1e-6));
    assertThat(counter).isCloseTo(2.09118988e-11, withinPercentage(1e-6));
    assertThat(Photons.perNanosecond(counter, FREQUENCY))
        .isCloseTo(0.163173051, withinPercentage(1e-6));

    co = noise(Propagation.CO, 25);
    counter = noise(Propagation.COUNTER, 25);
    assertThat(Decibels.ofWatts(co)).isCloseTo(-75.9691001, withinPercentage(1e-7));
    assertThat(Photons.perNanosecond(co, FREQUENCY)).isCloseTo(0.197399002, withinPercentage(1e-6));
    assertThat(Decibels.ofWatts(counter)).isCloseTo(-75.0488319, withinPercentage(1e-7));
    assertThat(Photons.perNanosecond(counter, FREQUENCY))
        .isCloseTo(0.243989858, withinPercentage(1e-6));
  }

  @ParameterizedTest(name = "{0} and {1} dB/km over {2} km")
  @CsvSource({
    "0.21, 0.34,      63.7,  1.30705943991601,     7.89378633234033",
    "0.20, 0.2000001, 40,    6.3395698503642,      10.584635048518",
    "0,    0.19,      12,    9.33592255132491,     9.33592255132491",
    "0.33, 0.19,      0.001, 0.000999940134622884, 0.000999940135176899",
    "0.19, 0.23,      25.2,  7.46749475024023,     9.43641434780467"
  })
  void unequalLossesAgreeWithNumericIntegration(
      double pumpLoss, double quantumLoss, double length, double co, double counter) {
    assertThat(Propagation.CO.effectiveLengthKm(pumpLoss, quantumLoss, length))
        .isCloseTo(co, withinPercentage(1e-10));
    assertThat(Propagation.COUNTER.effectiveLengthKm(pumpLoss, quantumLoss, length))
        .isCloseTo(counter, withinPercentage(1e-10));
  }

  @Test
  void extremesHaveFiniteAnswers() {
    for (Propagation direction : Propagation.values()) {
      assertThat(direction.effectiveLengthKm(0, 0, 10)).isEqualTo(10);
      assertThat(direction.effectiveLengthKm(0.2, 0.3, 0)).isZero();
      assertThat(direction.effectiveLengthKm(0.2, 400, 1e6)).isBetween(0.0, 1.0);
      assertThat(direction.effectiveLengthKm(400, 0.2, 1e6)).isBetween(0.0, 1.0);
    }
    // Counter-propagating noise saturates at 1 / 2a.
    assertThat(Propagation.COUNTER.effectiveLengthKm(0.2, 0.2, 1e4))
        .isCloseTo(10.857362, within(1e-5));
  }

  @Test
  void coPropagatingNoisePeaksAtOneOverTheLoss() {
    double best = 1 / Decibels.toNepers(0.2);
    double peak = Propagation.CO.effectiveLengthKm(0.2, 0.2, best);
    assertThat(best).isCloseTo(21.71, within(0.01));
    assertThat(Propagation.CO.effectiveLengthKm(0.2, 0.2, best - 1)).isLessThan(peak);
    assertThat(Propagation.CO.effectiveLengthKm(0.2, 0.2, best + 1)).isLessThan(peak);
  }

  @Test
  void antiStokesIsWeakerByTheBoltzmannFactor() {
    double higher = 206e12;
    double lower = higher - 13.2e12;
    SpontaneousRaman silica = SpontaneousRaman.smf28();
    // Per photon of pump and of noise both sides share one gain: rates differ by (n + 1) / n alone.
    double stokes = silica.perHertzKm(higher, lower) / lower * higher;
    double antiStokes = silica.perHertzKm(lower, higher) / higher * lower;
    assertThat(stokes / antiStokes).isCloseTo(8.26200218, withinPercentage(1e-6));
  }

  @ParameterizedTest(name = "{0} nm to {1} nm")
  @CsvSource({
    "1550, 1520, 2.42260096809109e-9,  4.48e-9",
    "1550, 1530, 3.14320499769095e-9,  5.89e-9",
    "1550, 1540, 3.49683789625367e-9,  5.98e-9",
    "1550, 1546, 3.06731731402684e-9,  3.76e-9",
    "1550, 1554, 3.23744646694109e-9,  3.97e-9",
    "1550, 1563, 4.24658233468257e-9,  7.39e-9",
    "1550, 1571, 4.12441928509161e-9,  7.76e-9",
    "1550, 1591, 3.45471579801006e-9,  6.46e-9",
    "1550, 1490, 1.83342536800594e-9,  3.08e-9",
    "1550, 1310, 2.03681999086902e-12, 2.88e-12",
    "1310, 1550, 3.01008657584088e-10, 4.26e-10",
    "1310, 1330, 9.95814369531444e-9,  1.79e-8"
  })
  void coefficientAgreesWithAnIndependentEvaluationAndInSizeWithMeasuredGain(
      double pumpNm, double quantumNm, double independent, double fromMeasuredGain) {
    double pump = Photons.frequency(pumpNm);
    double quantum = Photons.frequency(quantumNm);
    // The shape is interpolated between points 20 GHz apart.
    assertThat(SpontaneousRaman.smf28().perKmNm(pump, quantum))
        .isCloseTo(independent, withinPercentage(0.02));
    double measuredDb =
        Decibels.ofRatio(
            SpontaneousRaman.smf28().withKappa(1).perKmNm(pump, quantum) / fromMeasuredGain);
    assertThat(measuredDb).isBetween(-1.5, 1.5);
  }

  @Test
  void coefficientIsContinuousThroughThePump() {
    SpontaneousRaman silica = SpontaneousRaman.smf28();
    double at = silica.perHertzKm(FREQUENCY, FREQUENCY);
    assertThat(at).isPositive();
    for (double offset : new double[] {1, 0.9e6, 1.1e6, 1e9}) {
      assertThat(silica.perHertzKm(FREQUENCY, FREQUENCY - offset))
          .as("Stokes at %s Hz", offset)
          .isCloseTo(at, withinPercentage(0.02));
      assertThat(silica.perHertzKm(FREQUENCY, FREQUENCY + offset))
          .as("anti-Stokes at %s Hz", offset)
          .isCloseTo(at, withinPercentage(0.02));
    }
  }

  @Test
  void densityTimesBandwidthIsThePower() {
    SpontaneousRaman silica = SpontaneousRaman.smf28().withTemperature(313);
    double quantum = Photons.frequency(1537);
    double length = Propagation.COUNTER.effectiveLengthKm(0.2, 0.21, 25);
    double rho = silica.perKmNm(FREQUENCY, quantum);
    assertThat(
            silica.spectralDensity(2e-3, FREQUENCY, quantum, length)
                * Photons.bandwidth(0.1, quantum))
        .isCloseTo(SpontaneousRaman.power(2e-3, rho, 0.1, length), withinPercentage(1e-10));
    assertThat(rho).isGreaterThan(SpontaneousRaman.smf28().perKmNm(FREQUENCY, quantum));
  }

  @Test
  void whatIsOutsideTheModelIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Propagation.CO.effectiveLengthKm(0.2, 0.2, -1))
        .withMessageContaining("lengthKm");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpontaneousRaman.smf28().perHertzKm(260e12, 190e12))
        .withMessageContaining("offset");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpontaneousRaman.smf28().withTemperature(0))
        .withMessageContaining("temperature");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpontaneousRaman.smf28().withKappa(-0.1))
        .withMessageContaining("kappa");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpontaneousRaman.power(Double.NaN, 4e-9, 0.8, 10))
        .withMessageContaining("launchedPower");
  }

  private static double noise(Propagation direction, double lengthKm) {
    return SpontaneousRaman.power(1e-3, 4e-9, 0.8, direction.effectiveLengthKm(0.2, 0.2, lengthKm));
  }
}

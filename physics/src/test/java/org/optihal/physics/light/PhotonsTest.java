package org.optihal.physics.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** "Independent evaluation": mpmath, 30 digits, from the formula in the Javadoc. */
class PhotonsTest {
  private static final double FREQUENCY = Photons.frequency(1550);

  @Test
  void aNanowattAt1550NanometersIsSevenPointEightBillionPhotons() {
    assertThat(Photons.perSecond(1e-9, FREQUENCY)).isCloseTo(7.80288068e9, withinPercentage(1e-7));
    // Independent evaluation.
    assertThat(Photons.perSecond(37e-6, Photons.frequency(1310.25)))
        .isCloseTo(244050195607045.0, withinPercentage(1e-11));
  }

  @Test
  void halfAPhotonAtOneGigahertzNeedsSixtyTwoDecibelsBehindAMilliwattPulser() {
    double dbm = Decibels.ofWatts(Photons.power(0.5, FREQUENCY, 1e9));
    assertThat(dbm).isCloseTo(-71.9328496, withinPercentage(1e-6));
    double dutyDb = -Decibels.ofRatio(0.1);
    assertThat(0 - dutyDb - dbm).isCloseTo(61.9328496, withinPercentage(1e-6));
  }

  @Test
  void meanNumberAndPowerAreInverse() {
    // Independent evaluation.
    double mean = Photons.meanNumber(Decibels.toWatts(-63.2), Photons.frequency(1550.12), 625e6);
    assertThat(mean).isCloseTo(5.97597222026308, withinPercentage(1e-11));
    assertThat(Photons.power(mean, Photons.frequency(1550.12), 625e6))
        .isCloseTo(Decibels.toWatts(-63.2), withinPercentage(1e-11));
  }

  @Test
  void wavelengthAndFrequencyAndTheirWidthsAreInverse() {
    assertThat(Photons.wavelengthNm(Photons.frequency(1310)))
        .isCloseTo(1310, withinPercentage(1e-12));
    assertThat(Photons.bandwidthNm(Photons.bandwidth(0.8, FREQUENCY), FREQUENCY))
        .isCloseTo(0.8, withinPercentage(1e-12));
    assertThat(Photons.bandwidth(0.8, 193.4e12)).isCloseTo(99.81e9, withinPercentage(0.01));
  }

  @Test
  void phononsAreThoseOfBoseAndEinstein() {
    // Independent evaluation.
    assertThat(Photons.thermalOccupation(1e12, 293.15))
        .isCloseTo(5.62189154568811, withinPercentage(1e-11));
  }

  @Test
  void whatIsNoPowerOrNoLightIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Photons.perSecond(-1, FREQUENCY))
        .withMessageContaining("power");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Photons.perSecond(1, 0))
        .withMessageContaining("frequency");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Photons.frequency(Double.NaN))
        .withMessageContaining("wavelengthNm");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Photons.meanNumber(1e-9, FREQUENCY, 0))
        .withMessageContaining("repetitionRate");
  }
}

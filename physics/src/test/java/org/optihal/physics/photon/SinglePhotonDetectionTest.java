package org.optihal.physics.photon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unless said otherwise, expected values are an independent evaluation, mpmath, 30 digits. */
class SinglePhotonDetectionTest {
  /** A relative error of 1e-9. */
  private static final double CLOSE = 1e-7;

  @Test
  void freeRunningRateOfATypicalDetector() {
    double rate = 0.2 * 1e6 + 1000;
    assertThat(SinglePhotonDetection.nonParalyzable(rate, 10e-6))
        .isCloseTo(66777.40863787376, withinPercentage(CLOSE));
    assertThat(SinglePhotonDetection.nonParalyzable(3.7e5, 6.3e-6))
        .isCloseTo(111077.75442809967, withinPercentage(CLOSE));
    assertThat(SinglePhotonDetection.deadTimeCorrected(66777.40863787376, 10e-6))
        .isCloseTo(rate, withinPercentage(CLOSE));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.05",
    "5e-6, 0.0183939720585721607798",
    "10e-6, 0.00676676416183063459470",
    "20e-6, 0.000915781944436709014686"
  })
  void afterPulsesBehindAHoldOff(double holdOff, double expected) {
    assertThat(SinglePhotonDetection.afterPulse(0.05, 5e-6, holdOff))
        .isCloseTo(expected, withinPercentage(CLOSE));
  }

  @Test
  void otherParameters() {
    assertThat(SinglePhotonDetection.clickProbability(2e-6, 0.23, 0.017))
        .isCloseTo(0.003904358098282388, withinPercentage(CLOSE));
    assertThat(SinglePhotonDetection.paralyzable(3.7e5, 6.3e-6))
        .isCloseTo(35963.44499041881, withinPercentage(CLOSE));
    assertThat(SinglePhotonDetection.gated(0.013, 37))
        .isCloseTo(0.008777852802160702, withinPercentage(CLOSE));
    assertThat(
            SinglePhotonDetection.afterPulse(
                List.of(new Trap(0.03, 2e-6), new Trap(0.01, 15e-6)), 7e-6))
        .isCloseTo(0.007176812355400116, withinPercentage(CLOSE));
    assertThat(SinglePhotonDetection.nonParalyzableVariance(3e5, 10e-6, 10))
        .isCloseTo(46875, withinPercentage(CLOSE));
    assertThat(SinglePhotonDetection.afterPulseGain(0.2)).isCloseTo(1.25, withinPercentage(CLOSE));
  }

  /** The integral of the survival function by quadrature, not the series. */
  @ParameterizedTest
  @CsvSource({
    "1e6, 25e-9, 2e-9, 973711.727540545210547",
    "5e7, 25e-9, 10e-9, 18792145.1346681178991",
    "2e9, 20e-9, 30e-9, 39955690.1888776300279"
  })
  void exponentialRecovery(double rate, double deadTime, double recoveryTime, double expected) {
    assertThat(SinglePhotonDetection.recovering(rate, deadTime, recoveryTime))
        .isCloseTo(expected, withinPercentage(CLOSE));
  }

  @Test
  void limitsAgree() {
    assertThat(SinglePhotonDetection.recovering(1e6, 1e-6, 0)).isEqualTo(5e5);
    assertThat(SinglePhotonDetection.recovering(0, 1e-6, 1e-9)).isZero();
    assertThat(SinglePhotonDetection.clickProbability(0, 0.1, 1e-15))
        .isCloseTo(1e-16, withinPercentage(CLOSE));
    assertThat(SinglePhotonDetection.clickProbability(0.25, 0.1, 0)).isEqualTo(0.25);
    assertThat(SinglePhotonDetection.gated(1, 0)).isEqualTo(1);
    assertThat(SinglePhotonDetection.paralyzable(1e12, 1)).isZero();
  }

  @Test
  void backflashLeaksByProbabilityAndTransmission() {
    assertThat(SinglePhotonDetection.backflashRate(1e6, 0.01, 0.5))
        .isCloseTo(5000, withinPercentage(CLOSE));
    assertThat(SinglePhotonDetection.backflashDetection(0.01, 0.5, 0.2))
        .isCloseTo(0.001, withinPercentage(CLOSE));
  }

  @Test
  void refusesArgumentsWithoutAMeaning() {
    assertThatThrownBy(() -> SinglePhotonDetection.clickProbability(1.1, 0.1, 1))
        .hasMessageContaining("darkProbability");
    assertThatThrownBy(() -> SinglePhotonDetection.clickProbability(0, -0.1, 1))
        .hasMessageContaining("efficiency");
    assertThatThrownBy(() -> SinglePhotonDetection.clickProbability(0, 0.1, Double.NaN))
        .hasMessageContaining("meanPhotons");
    assertThatThrownBy(() -> SinglePhotonDetection.nonParalyzable(-1, 1))
        .hasMessageContaining("rate");
    assertThatThrownBy(() -> SinglePhotonDetection.paralyzable(1, -1))
        .hasMessageContaining("deadTime");
    assertThatThrownBy(() -> SinglePhotonDetection.deadTimeCorrected(1e6, 1e-6))
        .hasMessageContaining("countRate");
    assertThatThrownBy(() -> SinglePhotonDetection.recovering(1e12, 0, 1))
        .hasMessageContaining("recoveryTime");
    assertThatThrownBy(() -> SinglePhotonDetection.gated(0.1, -1))
        .hasMessageContaining("deadGates");
    assertThatThrownBy(() -> SinglePhotonDetection.afterPulse(0.1, 0, 1))
        .hasMessageContaining("lifetime");
    assertThatThrownBy(() -> SinglePhotonDetection.afterPulseGain(1))
        .hasMessageContaining("afterPulseProbability");
    assertThatThrownBy(() -> SinglePhotonDetection.backflashRate(1, 2, 1))
        .hasMessageContaining("probability");
  }
}

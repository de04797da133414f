package org.optihal.physics.keyrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class HongOuMandelTest {
  @Test
  void weakCoherentPulsesReachOneHalfAndNoMore() {
    assertThat(HongOuMandel.visibility(0.1, 0.1, 1)).isEqualTo(0.5);
    assertThat(HongOuMandel.visibility(0.1, 0.1, 0.8)).isCloseTo(0.4, within(1e-15));
    assertThat(HongOuMandel.visibility(0.3, 0.1, 1)).isCloseTo(0.375, within(1e-15));
    assertThat(HongOuMandel.visibility(0.1, 0.3, 1)).isCloseTo(0.375, within(1e-15));
    assertThat(HongOuMandel.measuredVisibility(1e-9, 1e-9, 1, 0)).isCloseTo(0.5, within(1e-8));
  }

  /** Average over 64 phases of two threshold detectors, mpmath, 30 digits. */
  @Test
  void measuredVisibilityAgreesWithAnIndependentEvaluation() {
    assertThat(HongOuMandel.measuredVisibility(0.02, 0.05, 0.9, 1e-4))
        .isCloseTo(0.365239717846537, withinPercentage(1e-9));
    assertThat(HongOuMandel.measuredVisibility(1.3, 0.6, 0.75, 0))
        .isCloseTo(0.311964319221931, withinPercentage(1e-9));
    assertThat(HongOuMandel.measuredVisibility(0.02, 0.05, 0, 1e-4)).isZero();
  }

  /** Overlap integral of the fields, mpmath quadrature. */
  @Test
  void overlapOfGaussianPulsesAgreesWithTheIntegral() {
    assertThat(HongOuMandel.overlap(80e-12, 25e-12, 1.2e9, 0.3))
        .isCloseTo(0.746487694734297, withinPercentage(1e-9));
    assertThat(HongOuMandel.overlap(80e-12, 0, 0, 0)).isEqualTo(1);
    assertThat(HongOuMandel.overlap(80e-12, 0, 0, Math.PI / 2)).isCloseTo(0, within(1e-30));
    assertThat(HongOuMandel.overlap(80e-12, 1, 0, 0)).isZero();
  }

  @Test
  void argumentsOutsideTheirDomainAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HongOuMandel.visibility(0, 0.1, 1))
        .withMessageContaining("meanPhotonsA");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HongOuMandel.measuredVisibility(0.1, 60, 1, 0))
        .withMessageContaining("detectedPhotonsB");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HongOuMandel.overlap(0, 0, 0, 0))
        .withMessageContaining("pulseWidth");
  }
}

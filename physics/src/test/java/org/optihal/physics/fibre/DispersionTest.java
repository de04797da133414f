package org.optihal.physics.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.optihal.physics.light.Photons;

class DispersionTest {
  @Test
  void standardFiberAgreesWithAnIndependentEvaluation() {
    // mpmath, 30 digits; the delay from the closed form of the integral of D.
    Dispersion fiber = Dispersion.smf28();
    assertThat(fiber.psPerNmKm(1565)).isCloseTo(16.9767807127034, withinPercentage(1e-11));
    assertThat(fiber.beta2Ps2PerKm(1565)).isCloseTo(-22.074122657661, withinPercentage(1e-11));
    assertThat(fiber.differentialDelayPs(1530, 1565, 80))
        .isCloseTo(44867.5760641398, withinPercentage(1e-5));
  }

  @Test
  void slopeIsTheDerivativeAndZeroIsZero() {
    for (Dispersion fiber :
        new Dispersion[] {Dispersion.smf28(), new Dispersion.Linear(1550, 17, 0.06)}) {
      assertThat(fiber.psPerNmKm(fiber.zeroDispersionNm())).isCloseTo(0, within(1e-12));
      double difference = (fiber.psPerNmKm(1551) - fiber.psPerNmKm(1549)) / 2;
      assertThat(fiber.slopePsPerNm2Km(1550)).isCloseTo(difference, within(1e-6));
    }
    assertThat(Dispersion.smf28().slopePsPerNm2Km(1313)).isCloseTo(0.086, within(1e-15));
  }

  @Test
  void aFlatLineHasNoZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dispersion.Linear(1550, 17, 0).zeroDispersionNm())
        .withMessageContaining("zero-dispersion");
  }

  @Test
  void modeAreaIsThatOfTheDataSheet() {
    EffectiveArea fiber = EffectiveArea.smf28();
    // mpmath, 30 digits.
    assertThat(fiber.squareUm(Photons.frequency(1310)))
        .isCloseTo(64.9697998898395, withinPercentage(1e-10));
    assertThat(fiber.squareUm(Photons.frequency(1550)))
        .isCloseTo(85.0522088971687, withinPercentage(1e-10));
    assertThat(fiber.modeFieldDiameterUm(Photons.frequency(1310))).isBetween(8.8, 9.6);
    assertThat(fiber.modeFieldDiameterUm(Photons.frequency(1550))).isBetween(9.9, 10.9);
    assertThat(EffectiveArea.g654e().squareUm(Photons.frequency(1550))).isBetween(120.0, 130.0);
  }
}

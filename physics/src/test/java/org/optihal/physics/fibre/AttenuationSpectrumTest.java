package org.optihal.physics.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optihal.physics.light.Photons;

class AttenuationSpectrumTest {
  @Test
  void isExactAtItsPointsAndStraightBetween() {
    AttenuationSpectrum fiber = AttenuationSpectrum.smf28();
    assertThat(fiber.atWavelength(1550)).isEqualTo(0.212);
    assertThat(fiber.atWavelength(1557.5)).isCloseTo(0.2115, within(1e-15));
    assertThat(fiber.at(Photons.frequency(1505))).isCloseTo(0.235, within(1e-12));
  }

  @Test
  void coversFromOToLBandBothEndsIncluded() {
    for (AttenuationSpectrum fiber :
        new AttenuationSpectrum[] {
          AttenuationSpectrum.smf28(), AttenuationSpectrum.g654e(), AttenuationSpectrum.flat(0.2)
        }) {
      assertThat(fiber.at(Photons.frequency(1260))).isBetween(0.15, 0.45);
      assertThat(fiber.at(Photons.frequency(1650))).isBetween(0.15, 0.45);
    }
  }

  @Test
  void aMeasuredLossShiftsTheWholeProfile() {
    AttenuationSpectrum fiber = AttenuationSpectrum.smf28().scaled(1550, 0.19);
    assertThat(fiber.atWavelength(1550)).isCloseTo(0.19, within(1e-15));
    assertThat(fiber.atWavelength(1310)).isCloseTo(0.34 * 0.19 / 0.212, within(1e-15));
  }

  @Test
  void outsideItNamesItsRange() {
    for (double wavelength : new double[] {1259.9, 1650.1, -1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AttenuationSpectrum.smf28().atWavelength(wavelength))
          .withMessageContaining("1260.000 to 1650.000 nm");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttenuationSpectrum.smf28().scaled(850, 2))
        .withMessageContaining("850.000 nm is outside");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttenuationSpectrum.of(Map.of(1550.0, 0.2)))
        .withMessageContaining("two points");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttenuationSpectrum.of(Map.of(1550.0, -0.2, 1560.0, 0.2)))
        .withMessageContaining("lossDbPerKm");
  }
}

package org.optihal.physics.modulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhaseModulatorTest {
  private static final double TURN = 2 * StrictMath.PI;

  @Test
  void turnsThePhaseByPiAtTheHalfWaveVoltage() {
    PhaseModulator modulator = new PhaseModulator(2.5, 3.5, 0);
    assertThat(modulator.phase(3.5)).isEqualTo(StrictMath.PI);
    assertThat(modulator.field(1.75).phase()).isCloseTo(StrictMath.PI / 2, within(1e-15));
    assertThat(modulator.field(1.75).power()).isCloseTo(StrictMath.pow(10, -0.25), within(1e-15));
  }

  @Test
  void residualAmplitudeModulationNeverAddsLight() {
    PhaseModulator modulator = new PhaseModulator(0, 3.5, 0.02);
    assertThat(modulator.transmission(1.75)).isCloseTo(1, within(1e-15));
    assertThat(modulator.transmission(-1.75)).isCloseTo(0.98 / 1.02, within(1e-15));
  }

  @Test
  void sidebandsHoldAllLight() {
    double sum = 0;
    for (int order = -30; order <= 30; order++) {
      sum += PhaseModulator.sidebandPower(order, 7.3);
    }
    assertThat(sum).isCloseTo(1, within(1e-13));
    assertThat(PhaseModulator.sidebandPower(-1, 0.5))
        .isCloseTo(0.242268457674874 * 0.242268457674874, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    "1.03, 0, 1, 0.997042623182899",
    "1.03, 0, 0, 0.000845827468059769",
    "1.03, 0, 2, 0.000953702158427686",
    "1.03, 0, -3, 5.52517631944418e-05",
    "1.03, 0.05, 1, 0.890560584385613",
    "1.03, 0.05, 0, 0.000845827468059769",
    "1.03, 0.05, 2, 0.0175421908774711",
    "1.03, 0.05, -3, 0.0012494977469447",
    "2.1, 0.08, 2, 0.687690374885876",
    "2.1, 0.08, 0, 0.00219394832035165",
    "2.1, 0.08, -17, 0.00137779895066327"
  })
  void serrodyneOrdersAreFourierCoefficients(
      double turns, double flyback, int order, double expected) {
    // Independent evaluation: mpmath quadrature of the Fourier integral, 30 digits.
    assertThat(new Serrodyne(turns * TURN, 1e9, flyback).orderPower(order))
        .isCloseTo(expected, within(1e-10 * expected));
  }

  @Test
  void aPerfectRampShiftsAllLight() {
    Serrodyne ramp = new PhaseModulator(0, 3.5, 0).serrodyne(-7, 2e9, 0);
    assertThat(ramp.frequencyShift()).isEqualTo(-2e9);
    assertThat(ramp.efficiency()).isEqualTo(1);
    assertThat(ramp.carrierSuppressionDb()).isGreaterThan(200);
    assertThat(ramp.sidebandSuppressionDb()).isGreaterThan(200);
  }

  @Test
  void amplitudeErrorAndFlybackLeaveSidebands() {
    Serrodyne amplitude = new Serrodyne(1.03 * TURN, 1e9, 0);
    assertThat(amplitude.sidebandSuppressionDb())
        .isCloseTo(10 * StrictMath.log10(0.997042623182899 / 0.000953702158427686), within(1e-9));
    Serrodyne flyback = new Serrodyne(TURN, 1e9, 0.05);
    assertThat(flyback.sidebandSuppressionDb()).isBetween(15.0, 30.0);
    double sum = 0;
    for (int order = -4000; order <= 4000; order++) {
      sum += flyback.orderPower(order);
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
  }

  @Test
  void refusesWhatIsNoRamp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Serrodyne(TURN, 1e9, 1))
        .withMessageContaining("flybackFraction");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Serrodyne(TURN, 0, 0))
        .withMessageContaining("rampFrequency");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhaseModulator(0, 3, 1))
        .withMessageContaining("residualAmplitudeModulation");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhaseModulator.sidebandPower(1, Double.POSITIVE_INFINITY))
        .withMessageContaining("modulationIndex");
  }
}

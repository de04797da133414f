package org.optihal.physics.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ShotNoiseTest {
  private static final double FREQUENCY = 299_792_458 / 1550e-9;
  private static final ShotNoise NOISE =
      new ShotNoise(8e-3, ShotNoise.responsivity(0.8, FREQUENCY), 250e6, 5000);

  @Test
  void unitFollowsSchottky() {
    // Independent evaluation, mpmath, 30 digits.
    assertThat(NOISE.responsivity()).isCloseTo(1.0001274482313, within(1e-13));
    assertThat(NOISE.unit()).isCloseTo(1.60238082857824e-05, within(1e-17));
    assertThat(NOISE.clearanceDb(2e-6)).isCloseTo(9.54816563607184, within(1e-11));
    assertThat(NOISE.relativeIntensityNoise(-150, 32)).isCloseTo(0.015754511593452, within(1e-14));
    assertThat(ShotNoise.electronicNoiseFromClearance(12))
        .isCloseTo(0.0673449110735409, within(1e-14));
  }

  @Test
  void clearanceAndElectronicNoiseAreOneFigure() {
    double electronic = 3e-6;
    assertThat(ShotNoise.electronicNoiseFromClearance(NOISE.clearanceDb(electronic)))
        .isCloseTo(NOISE.inUnits(electronic), within(1e-13));
  }

  @Test
  void digitizerClipsAndRounds() {
    Digitizer digitizer = new Digitizer(8, 0.5);
    assertThat(digitizer.step()).isEqualTo(1.0 / 256);
    assertThat(digitizer.code(0.25)).isEqualTo(64);
    assertThat(digitizer.code(9)).isEqualTo(127);
    assertThat(digitizer.code(-9)).isEqualTo(-128);
    assertThat(digitizer.clips(0.499)).isTrue();
    assertThat(digitizer.clips(-0.5)).isFalse();
    assertThat(digitizer.quantizationNoise()).isEqualTo(1.0 / 256 / 256 / 12);
    // Independent evaluation, mpmath erfc.
    assertThat(digitizer.clippingProbability(0.2)).isCloseTo(0.012423509831989, within(1e-13));
  }

  @Test
  void refusesWhatIsNoReceiver() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ShotNoise(0, 1, 1, 1))
        .withMessageContaining("localOscillatorPower");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShotNoise.responsivity(1.2, FREQUENCY))
        .withMessageContaining("quantumEfficiency");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Digitizer(0, 1))
        .withMessageContaining("bits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Digitizer(8, 1).code(Double.NaN))
        .withMessageContaining("volts");
  }
}

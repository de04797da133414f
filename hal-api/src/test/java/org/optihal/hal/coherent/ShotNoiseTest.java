package org.optihal.hal.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.hal.error.HalException;

class ShotNoiseTest {
  @Test
  void theUnitIsWhatTheLocalOscillatorAdds() {
    ShotNoise.Level level = new ShotNoise.Level(11e-6, 1e-6, 1e-8);
    assertThat(level.unit()).isCloseTo(10e-6, within(1e-15));
    assertThat(level.clearanceDb()).isCloseTo(10, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1e-6, 1e-6", "1e-6, 2e-6", "NaN, 1e-6", "1e-6, NaN", "1e-6, -1e-7", "Infinity, 0"})
  void aLocalOscillatorThatAddsNothingGivesNoUnit(double total, double electronic) {
    assertThatThrownBy(() -> new ShotNoise.Level(total, electronic, 0))
        .isInstanceOf(HalException.class)
        .hasMessageContaining("above electronic noise");
  }
}

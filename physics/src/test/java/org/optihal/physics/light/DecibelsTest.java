package org.optihal.physics.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DecibelsTest {
  @Test
  void conversionsAreInverse() {
    for (double db = -120; db <= 60; db += 0.37) {
      assertThat(Decibels.ofRatio(Decibels.toRatio(db))).isCloseTo(db, within(1e-11));
      assertThat(Decibels.ofWatts(Decibels.toWatts(db))).isCloseTo(db, within(1e-11));
    }
  }

  @Test
  void attenuationCoefficientIsThatOfThePower() {
    // Five times the length of a tenth, 50 km at 0.2 dB/km.
    assertThat(StrictMath.exp(-Decibels.toNepers(0.2) * 50)).isCloseTo(0.1, within(1e-15));
    assertThat(Decibels.transmittance(10)).isCloseTo(0.1, within(1e-17));
  }

  @Test
  void darknessHasNoDecibelsAndLossNoSign() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decibels.ofWatts(0))
        .withMessageContaining("power");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decibels.transmittance(-0.1))
        .withMessageContaining("lossDb");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decibels.toRatio(1e5))
        .withMessageContaining("decibels");
  }
}

package org.optihal.physics.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What comes back of light that was launched. */
class RayleighScatteringTest {
  @Test
  void aLongFiberReturnsMinusThirtyTwoDecibels() {
    assertThat(10 * StrictMath.log10(RayleighScattering.returned(0.2, 100)))
        .isCloseTo(-32, within(0.02));
  }

  /** 2 a L = 2 * 0.2 ln(10)/10 * 1 = 0.0921034 for one kilometer. */
  @Test
  void aShortOneReturnsInProportionToWhatItLoses() {
    assertThat(RayleighScattering.returned(0.2, 1))
        .isCloseTo(6.3e-4 * (1 - 0.912010839355910), within(1e-15));
    assertThat(RayleighScattering.returned(0.2, 0)).isZero();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> RayleighScattering.returned(-0.2, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RayleighScattering.returned(0.2, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

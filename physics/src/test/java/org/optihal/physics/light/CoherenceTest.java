package org.optihal.physics.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class CoherenceTest {
  @Test
  void agreesWithAnIndependentEvaluation() {
    // mpmath, 30 digits.
    assertThat(Coherence.visibility(150e3, 500e-9))
        .isCloseTo(0.790081282937756, withinPercentage(1e-11));
  }

  @Test
  void afterTheCoherenceTimeVisibilityIsOneOverE() {
    assertThat(Coherence.visibility(1e6, Coherence.time(1e6)))
        .isCloseTo(StrictMath.exp(-1), within(1e-15));
  }

  @Test
  void errorsAreTheDarkFringe() {
    assertThat(Coherence.errorRate(1)).isZero();
    assertThat(Coherence.errorRate(0.98)).isCloseTo(0.01, within(1e-15));
    assertThat(Coherence.errorRate(0)).isEqualTo(0.5);
    double half = StrictMath.sin(0.15);
    assertThat(Coherence.errorRate(1, 0.3)).isCloseTo(half * half, within(1e-15));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Coherence.errorRate(1.01))
        .withMessageContaining("visibility");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Coherence.visibility(-1, 1))
        .withMessageContaining("linewidth");
  }
}

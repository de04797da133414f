package org.optihal.physics.modulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.optihal.physics.modulator.BiasDrift.State;

final class BiasDriftTest {
  private static final BiasDrift DRIFT = BiasDrift.ASSUMED;

  @Test
  void chargesFollowTheBiasWithTwoTimeConstants() {
    State state = DRIFT.step(State.RESTED, 3, 700, 0);
    // Independent evaluation, mpmath: 0.1 * 3 (1 - exp(-700/300)).
    assertThat(state.fastVolts()).isCloseTo(0.270908409640678, within(1e-14));
    State settled = DRIFT.step(state, 3, 1e7, 0);
    assertThat(settled.fastVolts()).isCloseTo(0.3, within(1e-12));
    assertThat(settled.slowVolts()).isCloseTo(0.6, within(1e-12));
    assertThat(DRIFT.phase(settled, 0)).isCloseTo(-StrictMath.PI * 0.9 / 5, within(1e-12));
    assertThat(DRIFT.phase(State.RESTED, 2)).isEqualTo(0.1);
  }

  @Test
  void oneLongStepIsManyShortOnes() {
    State once = DRIFT.step(State.RESTED, -4, 3600, 0);
    State often = State.RESTED;
    for (int i = 0; i < 3600; i++) {
      often = DRIFT.step(often, -4, 1, 0);
    }
    assertThat(often.fastVolts()).isCloseTo(once.fastVolts(), within(1e-12));
    assertThat(often.slowVolts()).isCloseTo(once.slowVolts(), within(1e-12));
  }

  @Test
  void walkGrowsAsTheRootOfTime() {
    long seed = 5;
    SplittableRandom random = new SplittableRandom(seed);
    double squares = 0;
    int walks = 2000;
    for (int i = 0; i < walks; i++) {
      State state = State.RESTED;
      for (int k = 0; k < 36; k++) {
        state = DRIFT.step(state, 0, 100, random.nextGaussian());
      }
      squares += state.walkRad() * state.walkRad();
    }
    // Variance 0.01 after an hour; its estimate deviates by sqrt(2/2000) of it.
    assertThat(squares / walks).as("seed %d", seed).isCloseTo(0.01, within(0.001));
  }

  @Test
  void refusesNegativeTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DRIFT.step(State.RESTED, 0, -1, 0))
        .withMessageContaining("seconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BiasDrift.Relaxation(1.2, 5))
        .withMessageContaining("fraction");
  }
}

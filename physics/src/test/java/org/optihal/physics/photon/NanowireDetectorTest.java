package org.optihal.physics.photon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NanowireDetectorTest {
  private static final NanowireDetector WIRE = NanowireDetector.TYPICAL;

  /** Independent evaluation, mpmath, 30 digits. */
  @Test
  void efficiencyAndDarksFollowTheBias() {
    assertThat(WIRE.efficiency(20e-6, 0.25)).isCloseTo(0.593528789221802, withinPercentage(1e-7));
    assertThat(WIRE.darkRate(-20e-6)).isCloseTo(29.9630878370217, withinPercentage(1e-7));
  }

  @Test
  void efficiencySaturatesAndDarksDoNot() {
    assertThat(WIRE.efficiency(14e-6, 1)).isCloseTo(0.425, withinPercentage(1e-9));
    assertThat(WIRE.efficiency(23e-6, 1) / WIRE.efficiency(21e-6, 1)).isLessThan(1.001);
    assertThat(WIRE.darkRate(23e-6) / WIRE.darkRate(21e-6)).isGreaterThan(2);
    assertThat(WIRE.efficiency(20e-6, 0) / WIRE.efficiency(20e-6, 1))
        .isCloseTo(0.6, withinPercentage(1e-9));
    assertThat(WIRE.efficiency(0, 1)).isZero();
    assertThat(WIRE.efficiency(25e-6, 1)).isZero();
    assertThat(WIRE.darkRate(26e-6)).isZero();
  }

  @Test
  void latchesAndComesBackBelowTheReturnCurrentOnly() {
    NanowireLatch latch = new NanowireLatch(WIRE);
    assertThat(latch.bias(20e-6)).isFalse();
    assertThat(latch.detected()).isFalse();
    assertThat(latch.efficiency(1)).isEqualTo(WIRE.efficiency(20e-6, 1));
    assertThat(latch.bias(24.5e-6)).isFalse();
    assertThat(latch.detected()).isTrue();
    assertThat(latch.efficiency(1)).isZero();
    assertThat(latch.darkRate()).isZero();
    assertThat(latch.bias(10e-6)).isTrue();
    assertThat(latch.bias(5e-6)).isFalse();
    assertThat(latch.bias(-26e-6)).isTrue();
    assertThat(latch.latched()).isTrue();
  }

  @Test
  void isSimulatedWithItsRecovery() {
    AvalancheSimulator simulator =
        new AvalancheSimulator(WIRE.at(20e-6, 1), new SplittableRandom(5));
    long[] times = new long[1_000_000];
    int count = simulator.detect(2e7, 50_000_000_000L, times);
    double rate = 2e7 * WIRE.efficiency(20e-6, 1) + WIRE.darkRate(20e-6);
    double expected = 0.05 * SinglePhotonDetection.recovering(rate, 20e-9, 10e-9);
    assertThat((count - expected) / Math.sqrt(expected)).isBetween(-3.0, 3.0);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> WIRE.efficiency(Double.NaN, 1)).hasMessageContaining("bias");
    assertThatThrownBy(() -> WIRE.efficiency(1e-6, 1.1)).hasMessageContaining("alignment");
    assertThatThrownBy(() -> new NanowireLatch(WIRE).bias(Double.POSITIVE_INFINITY))
        .hasMessageContaining("bias");
    assertThatThrownBy(
            () ->
                new NanowireDetector(
                    0.9, 1e-6, 1e-6, 2e-6, 3e-6, 1e-6, 1, 1e-6, 0, 0, 0, 1, Jitter.NONE))
        .hasMessageContaining("latchingCurrent");
  }
}

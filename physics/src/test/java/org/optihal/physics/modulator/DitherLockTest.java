package org.optihal.physics.modulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DitherLockTest {
  private static final double HALF_WAVE = 5;
  private static final MachZehnder MODULATOR = MachZehnder.ideal(30, HALF_WAVE);

  private static DitherLock lock(OperatingPoint target) {
    return new DitherLock(target, 0.1, 0.3, 10);
  }

  /** The bias at which the loop rests. */
  private static double settle(DitherLock lock, double start, double fringeFactor) {
    double bias = start;
    for (int i = 0; i < 2000; i++) {
      bias =
          lock.step(
                  bias,
                  lock.signals(MODULATOR.phase(bias, 0), MODULATOR.visibility(), fringeFactor))
              .biasVoltage();
    }
    return bias;
  }

  @Test
  void signalsAreTheHarmonicsOfTheDitheredFringe() {
    // Independent evaluation: mpmath quadrature of (1 + 0.98 cos(0.7 + 0.3 cos wt)) at 1f and 2f.
    DitherLock lock = new DitherLock(OperatingPoint.NULL, 0.3, 1, 10);
    assertThat(lock.signals(0.7, 0.98, 1).first()).isCloseTo(-0.187277225394851, within(1e-14));
    assertThat(lock.signals(0.7, 0.98, 1).second()).isCloseTo(-0.0167386396610359, within(1e-14));
  }

  @ParameterizedTest
  @EnumSource
  void settlesAtItsTargetFromAnywhere(OperatingPoint target) {
    DitherLock lock = lock(target);
    for (double start = -4.9; start < 5; start += 0.7) {
      double bias = settle(lock, start, 1);
      assertThat(target.errorOf(MODULATOR.phase(bias, 0))).isCloseTo(0, within(1e-6));
      assertThat(lock.looksLocked(lock.signals(MODULATOR.phase(bias, 0), 0.99, 1), 0.01)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void phaseKeyingOverTwoHalfWavesTurnsTheLockOverAndItLooksRight(OperatingPoint target) {
    DitherLock lock = lock(target);
    double turned = DitherLock.twoLevelFactor(HALF_WAVE, HALF_WAVE);
    assertThat(turned).isEqualTo(-1);
    double bias = settle(lock, 0.7, turned);
    assertThat(Math.abs(target.errorOf(MODULATOR.phase(bias, 0))))
        .isCloseTo(StrictMath.PI, within(1e-6));
    assertThat(lock.looksLocked(lock.signals(MODULATOR.phase(bias, 0), 0.99, turned), 0.01))
        .isTrue();
  }

  @Test
  void onOffKeyingOverOneHalfWaveLeavesNoErrorSignal() {
    DitherLock lock = lock(OperatingPoint.NULL);
    double none = DitherLock.twoLevelFactor(HALF_WAVE / 2, HALF_WAVE);
    assertThat(none).isCloseTo(0, within(1e-15));
    assertThat(lock.error(lock.signals(1, 0.99, none))).isCloseTo(0, within(1e-15));
    assertThat(settle(lock, 1.3, none)).isCloseTo(1.3, within(1e-9));
    assertThat(lock.looksLocked(lock.signals(1, 0.99, none), 0.01)).isFalse();
  }

  @Test
  void gaussianDriveNeverTurnsTheFringe() {
    // exp(-(pi/4)^2/2), mpmath.
    assertThat(DitherLock.gaussianFactor(1.25, 5)).isCloseTo(0.7346029443286334, within(1e-9));
    assertThat(DitherLock.gaussianFactor(20, 5)).isPositive();
    assertThat(DitherLock.pulsedFactor(5, 0.01, 5)).isCloseTo(0.98, within(1e-15));
  }

  @Test
  void saysWhenItHitsTheRail() {
    DitherLock lock = new DitherLock(OperatingPoint.PEAK, 0.1, 5, 3);
    DitherLock.Step step = lock.step(2.9, new DitherLock.Signals(0.1, 0));
    assertThat(step.railed()).isTrue();
    assertThat(step.biasVoltage()).isEqualTo(3);
    assertThat(lock.step(0, new DitherLock.Signals(0, 0)).railed()).isFalse();
  }

  @Test
  void refusesWhatIsNoLock() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DitherLock(OperatingPoint.PEAK, 0, 1, 1))
        .withMessageContaining("ditherDepth");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lock(OperatingPoint.PEAK).signals(0, 1, -1.01))
        .withMessageContaining("fringeFactor");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lock(OperatingPoint.PEAK).step(11, new DitherLock.Signals(0, 0)))
        .withMessageContaining("biasVoltage");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DitherLock.gaussianFactor(-1, 5))
        .withMessageContaining("driveDeviation");
  }
}

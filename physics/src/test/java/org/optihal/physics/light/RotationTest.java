package org.optihal.physics.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RotationTest {
  private static final double QUARTER = StrictMath.PI / 2;
  private static final long SEED = 20260601;

  @Test
  void aQuarterTurnAboutTheCircularAxisTurnsHorizontalIntoDiagonal() {
    Rotation rotator = Rotation.about(0, 0, 1, QUARTER);
    assertState(rotator.apply(StokesVector.HORIZONTAL), StokesVector.DIAGONAL);
    assertState(
        rotator.then(Rotation.about(1, 0, 0, QUARTER)).apply(StokesVector.HORIZONTAL),
        StokesVector.RIGHT_CIRCULAR);
  }

  @Test
  void compositionIsOneAfterTheOtherAndTheInverseUndoesIt() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 1000; i++) {
      Rotation first = random(random);
      Rotation second = random(random);
      StokesVector light = first.apply(new StokesVector(2, 0.3, -1.1, 0.7));
      assertState(first.then(second).apply(light), second.apply(first.apply(light)));
      assertState(second.inverse().apply(second.apply(light)), light);
      assertThat(light.degreeOfPolarization())
          .as("seed %s", SEED)
          .isCloseTo(StrictMath.sqrt(0.09 + 1.21 + 0.49) / 2, within(1e-12));
    }
  }

  @Test
  void overlapIsTheCosineSquaredOfHalfTheAngle() {
    double angle = 0.4;
    Rotation drift = Rotation.about(0, 1, 0, angle);
    double kept = StrictMath.cos(0.2) * StrictMath.cos(0.2);
    assertThat(drift.overlap()).isCloseTo(kept, within(1e-15));
    assertThat(drift.overlap(StokesVector.HORIZONTAL)).isCloseTo(kept, within(1e-15));
    assertThat(drift.overlap(StokesVector.DIAGONAL)).isCloseTo(1, within(1e-15));
    assertThat(drift.angle()).isCloseTo(angle, within(1e-15));
    assertThat(drift.apply(StokesVector.HORIZONTAL).powerAlong(StokesVector.VERTICAL))
        .isCloseTo(StrictMath.sin(0.2) * StrictMath.sin(0.2), within(1e-15));
  }

  @Test
  void walkForgetsAtItsRate() {
    // 4000 walks over one correlation time; <s1> = 1/e, its standard error 0.6 / sqrt(4000).
    SplittableRandom random = new SplittableRandom(SEED);
    double rate = 0.02;
    double sum = 0;
    int walks = 4000;
    for (int i = 0; i < walks; i++) {
      Rotation rotation = Rotation.IDENTITY;
      for (int step = 0; step < 100; step++) {
        rotation =
            rotation.walk(
                rate, 0.5, random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
      }
      sum += rotation.apply(StokesVector.HORIZONTAL).s1();
    }
    assertThat(sum / walks).as("seed %s", SEED).isCloseTo(StrictMath.exp(-1), within(0.03));
    assertThat(Rotation.IDENTITY.walk(rate, 0, 1, 1, 1)).isEqualTo(Rotation.IDENTITY);
  }

  @Test
  void analyzersShareThePowerAndUnpolarizedLightIsHalved() {
    StokesVector light = new StokesVector(3, 0.5, 2, -1);
    assertThat(light.powerAlong(StokesVector.HORIZONTAL) + light.powerAlong(StokesVector.VERTICAL))
        .isCloseTo(3, within(1e-15));
    assertThat(StokesVector.UNPOLARIZED.powerAlong(StokesVector.RIGHT_CIRCULAR)).isEqualTo(0.5);
    assertThat(light.plus(light).times(0.5)).isEqualTo(light);
  }

  @Test
  void whatIsNoRotationAndNoStateIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rotation(0, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Rotation.about(0, 0, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StokesVector(1, 1, 0.1, 0))
        .withMessageContaining("s0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rotation.IDENTITY.overlap(StokesVector.UNPOLARIZED))
        .withMessageContaining("polarized");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rotation.IDENTITY.walk(-1, 1, 0, 0, 0))
        .withMessageContaining("rate");
  }

  private static Rotation random(SplittableRandom random) {
    return new Rotation(
        random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  private static void assertState(StokesVector actual, StokesVector expected) {
    assertThat(actual.s0()).isCloseTo(expected.s0(), within(1e-12));
    assertThat(actual.s1()).isCloseTo(expected.s1(), within(1e-12));
    assertThat(actual.s2()).isCloseTo(expected.s2(), within(1e-12));
    assertThat(actual.s3()).isCloseTo(expected.s3(), within(1e-12));
  }
}

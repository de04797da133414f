package org.optihal.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.optihal.physics.timing.NodeClock.Parameters;

final class NodeClockTest {
  private static final long SECOND = 1_000_000_000_000L;
  private static final long SEED = 9;

  private static NodeClock clock(Parameters parameters, long seed) {
    return new NodeClock(parameters, new SplittableRandom(seed)::nextGaussian);
  }

  @Test
  void steadyClockIsOffsetAndDrift() {
    NodeClock clock = clock(Parameters.steady(-500, 1000), SEED);
    assertThat(clock.read(0)).isEqualTo(-500);
    assertThat(clock.read(SECOND)).isEqualTo(SECOND + 1_000_000 - 500);
    // After eight hours a double no longer holds a picosecond; the clock does.
    long eightHours = 8 * 3600 * SECOND;
    assertThat(clock.read(eightHours)).isEqualTo(eightHours + 28_800_000_000L - 500);
    assertThat(clock.read(eightHours + 1)).isEqualTo(clock.read(eightHours) + 1);
    assertThat(clock.frequencyErrorPpb(SECOND)).isCloseTo(1000, within(1e-9));
  }

  @Test
  void neverFallsAndItsInverseIsTheFirstTimeOfAReading() {
    NodeClock clock = clock(Parameters.steady(77, -9_000).withNoise(1e-6, 1e-7), SEED);
    SplittableRandom random = new SplittableRandom(SEED + 1);
    for (int i = 0; i < 2000; i++) {
      long time = random.nextLong(600 * SECOND);
      long local = clock.local(time);
      assertThat(clock.local(time + 1)).as("seed %d", SEED).isGreaterThanOrEqualTo(local);
      long first = clock.truePs(local);
      assertThat(first).as("seed %d", SEED).isBetween(time - 1, time);
      assertThat(clock.local(first)).as("seed %d", SEED).isEqualTo(local);
    }
    for (long k = 1; k < 100; k++) {
      assertThat(clock.local(k * SECOND)).isGreaterThanOrEqualTo(clock.local(k * SECOND - 1));
    }
  }

  @Test
  void readingsDoNotDependOnWhatWasAskedBefore() {
    Parameters parameters = Parameters.steady(0, 100).withNoise(1e-8, 1e-9);
    NodeClock jumped = clock(parameters, SEED);
    long late = jumped.read(1000 * SECOND);
    NodeClock walked = clock(parameters, SEED);
    for (int i = 0; i < 1000; i++) {
      walked.read(i * SECOND + 5);
    }
    assertThat(walked.read(1000 * SECOND)).isEqualTo(late);
    assertThat(clock(parameters, SEED + 1).read(1000 * SECOND)).isNotEqualTo(late);
  }

  @Test
  void roundsDownToItsResolution() {
    NodeClock clock = clock(Parameters.steady(-3, 0).withResolutionPs(10), SEED);
    assertThat(clock.read(0)).isEqualTo(-10);
    assertThat(clock.read(3)).isZero();
    assertThat(clock.read(12)).isZero();
    assertThat(clock.read(13)).isEqualTo(10);
  }

  @Test
  void noiseHasTheStatedSize() {
    NodeClock white = clock(Parameters.steady(0, 0).withNoise(1e-9, 0), SEED);
    NodeClock walk = clock(Parameters.steady(0, 0).withNoise(0, 1e-9), SEED);
    int seconds = 4000;
    double whiteSquares = 0;
    double walkSquares = 0;
    for (int k = 0; k < seconds; k++) {
      double step = white.frequencyErrorPpb(k * SECOND);
      double change = walk.frequencyErrorPpb((k + 1) * SECOND) - walk.frequencyErrorPpb(k * SECOND);
      whiteSquares += step * step;
      walkSquares += change * change;
    }
    // Four standard errors of a variance.
    double error = 4 * StrictMath.sqrt(2.0 / seconds);
    assertThat(whiteSquares / seconds).as("seed %d", SEED).isCloseTo(1, within(error));
    assertThat(walkSquares / seconds).as("seed %d", SEED).isCloseTo(1, within(error));
  }

  @Test
  void refusesTimesOutsideItsRun() {
    NodeClock clock = clock(Parameters.steady(100, 0), SEED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.read(-1))
        .withMessageContaining("truePs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.read(Long.MAX_VALUE))
        .withMessageContaining("truePs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.truePs(99))
        .withMessageContaining("localPs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parameters.steady(0, Double.NaN))
        .withMessageContaining("driftPpb");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parameters.steady(0, 0).withResolutionPs(0))
        .withMessageContaining("resolutionPs");
  }

  @Test
  void aClockThatStopsIsAnError() {
    NodeClock clock = new NodeClock(Parameters.steady(0, 0).withNoise(1e-4, 0), () -> 1e6);
    assertThatIllegalStateException()
        .isThrownBy(() -> clock.read(0))
        .withMessageContaining("noise");
  }
}

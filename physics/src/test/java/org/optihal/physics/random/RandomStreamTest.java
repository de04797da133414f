package org.optihal.physics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
  /** The vector that the authors' C code gives for the state 1, 2, 3, 4, as rand_xoshiro has it. */
  @Test
  void givesTheReferenceVector() {
    RandomStream random = new RandomStream(1, 2, 3, 4);
    long[] expected = {
      41943041L,
      58720359L,
      3588806011781223L,
      3591011842654386L,
      -9218127359498767411L,
      -8473074601504656454L
    };
    for (long value : expected) {
      assertThat(random.bits()).isEqualTo(value);
    }
  }

  @Test
  void givesTheSameBitsOnEveryMachine() {
    RandomStream random = new RandomStream(new SplittableRandom(42));
    long hash = 0;
    for (int i = 0; i < 100_000; i++) {
      hash = 31 * hash + Double.doubleToLongBits(random.exponential());
      hash = 31 * hash + Double.doubleToLongBits(random.gaussian());
      hash = 31 * hash + Double.doubleToLongBits(random.openUniform());
      hash = 31 * hash + random.poisson(3) + random.poisson(300);
      hash = 31 * hash + random.binomial(100, 0.04) + random.binomial(10_000, 0.4);
    }
    assertThat(hash).isEqualTo(553821807700943330L);
  }

  @Test
  void uniformNumbersStayInside() {
    RandomStream ones = new RandomStream(-1, 0, 0, 0);
    RandomStream random = new RandomStream(7);
    for (int i = 0; i < 100_000; i++) {
      assertThat(random.uniform() < 1).isTrue();
      assertThat(random.openUniform() > 0).isTrue();
      assertThat(ones.openUniform() < 1).isTrue();
    }
  }

  @Test
  void edgesHaveOneAnswer() {
    RandomStream random = new RandomStream(1);
    assertThat(random.poisson(0)).isZero();
    assertThat(random.binomial(0, 0.5)).isZero();
    assertThat(random.binomial(10, 0)).isZero();
    assertThat(random.binomial(10, 1)).isEqualTo(10);
    assertThat(random.happens(1)).isTrue();
    assertThat(random.happens(0)).isFalse();
    assertThat(random.below(1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, 1.1e15, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesMeansOutOfRange(double mean) {
    assertThatThrownBy(() -> new RandomStream(1).poisson(mean))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mean");
  }

  @Test
  void refusesWhatIsNoProbabilityOrCount() {
    RandomStream random = new RandomStream(1);
    assertThatThrownBy(() -> random.binomial(-1, 0.5)).hasMessageContaining("trials");
    assertThatThrownBy(() -> random.binomial(1, 1.5)).hasMessageContaining("probability");
    assertThatThrownBy(() -> random.happens(Double.NaN)).hasMessageContaining("probability");
    assertThatThrownBy(() -> random.below(0)).hasMessageContaining("bound");
  }

  /** Independent evaluation, mpmath, 30 digits. */
  @Test
  void probabilitiesKeepTheirDigits() {
    assertThat(LogProbability.poisson(520, 500)).isCloseTo(-4.440784035089185, within(1e-12));
    assertThat(LogProbability.poisson(1_000_300, 1e6)).isCloseTo(-7.871839373674527, within(1e-12));
    assertThat(LogProbability.binomial(250, 1e6, 2.2e-4))
        .isCloseTo(-5.638670290679643, within(1e-10));
  }
}

package org.optihal.physics.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.optihal.physics.light.PhotonStatistics.POISSON;
import static org.optihal.physics.light.PhotonStatistics.THERMAL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Independent evaluation": mpmath, 30 digits, from the formula in the Javadoc. */
class PhotonStatisticsTest {
  @Test
  void signalStateOfGobbyYuanAndShields() {
    assertThat(POISSON.vacuum(0.48)).isCloseTo(0.618783392, withinPercentage(1e-7));
    assertThat(POISSON.single(0.48)).isCloseTo(0.297016028, withinPercentage(1e-7));
    assertThat(POISSON.multiple(0.48)).isCloseTo(0.0842005801, withinPercentage(1e-7));
  }

  @Test
  void agreesWithAnIndependentEvaluation() {
    assertThat(POISSON.probability(7, 3.3)).isCloseTo(0.031188554894859, withinPercentage(1e-10));
    assertThat(POISSON.probability(60, 41)).isCloseTo(0.00109845632970011, withinPercentage(1e-10));
    assertThat(POISSON.multiple(1e-5)).isCloseTo(4.99996666679167e-11, withinPercentage(1e-11));
    assertThat(POISSON.multiple(2.5)).isCloseTo(0.712702504816354, withinPercentage(1e-11));
    assertThat(THERMAL.probability(3, 0.7)).isCloseTo(0.0410675159540714, withinPercentage(1e-11));
  }

  @ParameterizedTest
  @EnumSource
  void probabilitiesSumToOneAndTheirMeanIsTheMean(PhotonStatistics statistics) {
    for (double mean : new double[] {0, 1e-9, 0.1, 0.999, 1, 1.001, 4, 23}) {
      double sum = 0;
      double photons = 0;
      for (int n = 0; n < 2000; n++) {
        double p = statistics.probability(n, mean);
        sum += p;
        photons += n * p;
      }
      assertThat(sum).as("sum at mean %s", mean).isCloseTo(1, within(1e-11));
      assertThat(photons).as("mean").isCloseTo(mean, within(1e-10 * (1 + mean)));
      assertThat(statistics.vacuum(mean) + statistics.single(mean) + statistics.multiple(mean))
          .isCloseTo(1, within(1e-14));
    }
  }

  @ParameterizedTest
  @EnumSource
  void negativeNumbersAreRefused(PhotonStatistics statistics) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> statistics.probability(-1, 1))
        .withMessageContaining("photons");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> statistics.multiple(-1))
        .withMessageContaining("mean");
  }
}

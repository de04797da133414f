package org.optihal.physics.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplersFollowTheirDistributionsTest {
  private static final long SEED = 20_260_301;

  private final RandomStream random = new RandomStream(SEED);

  @Test
  void exponential() {
    int samples = 4_000_000;
    long[] bins = new long[200];
    long beyondTen = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < samples; i++) {
      double x = random.exponential();
      assertThat(x > 0).isTrue();
      sum += x;
      squares += x * x;
      beyondTen += x > 10 ? 1 : 0;
      bins[(int) Math.min(199, 200 * StrictMath.exp(-x))]++;
    }
    double[] expected = new double[200];
    Arrays.fill(expected, samples / 200.0);
    assertChiSquare(bins, expected);
    assertNear(sum / samples, 1, Math.sqrt(1.0 / samples));
    assertNear(squares / samples, 2, Math.sqrt(20.0 / samples));
    double tail = samples * StrictMath.exp(-10);
    assertNear((double) beyondTen, tail, Math.sqrt(tail));
  }

  @Test
  void gaussian() {
    int samples = 10_000_000;
    long[] bins = new long[82];
    long beyondFour = 0;
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (int i = 0; i < samples; i++) {
      double x = random.gaussian();
      sum += x;
      squares += x * x;
      fourths += x * x * x * x;
      beyondFour += Math.abs(x) > 4 ? 1 : 0;
      bins[(int) Math.floor(Math.max(-1, Math.min(80, (x + 4) * 10))) + 1]++;
    }
    DoubleUnaryOperator density = x -> StrictMath.exp(-x * x / 2) / Math.sqrt(2 * StrictMath.PI);
    double[] expected = new double[82];
    expected[0] = samples * simpson(density, -12, -4);
    expected[81] = expected[0];
    for (int i = 1; i < 81; i++) {
      expected[i] = samples * simpson(density, -4 + (i - 1) * 0.1, -4 + i * 0.1);
    }
    assertChiSquare(bins, expected);
    assertNear(sum / samples, 0, Math.sqrt(1.0 / samples));
    assertNear(squares / samples, 1, Math.sqrt(2.0 / samples));
    assertNear(fourths / samples, 3, Math.sqrt(96.0 / samples));
    double tail = samples * 6.334248366623996e-5; // scipy.stats.norm.sf(4) * 2
    assertNear((double) beyondFour, tail, Math.sqrt(tail));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.9, 5, 11.99, 12.01, 40, 1000, 30_000})
  void poisson(double mean) {
    double deviation = Math.sqrt(mean);
    check(
        r -> r.poisson(mean),
        mean,
        deviation,
        Long.MAX_VALUE,
        k -> mean / (k + 1)); // P(k + 1) / P(k)
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.3",
    "10, 0.5",
    "20, 0.97",
    "1000, 0.0119",
    "1000, 0.0121",
    "100, 0.4",
    "1000000, 0.002",
    "1000000000, 0.000001",
    "1000000000, 0.9999"
  })
  void binomial(long trials, double probability) {
    double deviation = Math.sqrt(trials * probability * (1 - probability));
    check(
        r -> r.binomial(trials, probability),
        trials * probability,
        deviation,
        trials,
        k -> (trials - k) / (k + 1) * probability / (1 - probability));
  }

  @Test
  void largeMeansKeepMeanAndDeviation() {
    int samples = 200_000;
    double poisson = 0;
    double poissonSquares = 0;
    double binomial = 0;
    for (int i = 0; i < samples; i++) {
      double x = (random.poisson(1e14) - 1e14) / 1e7;
      poisson += x;
      poissonSquares += x * x;
      binomial += (random.binomial(1_000_000_000_000L, 0.25) - 2.5e11) / Math.sqrt(1.875e11);
    }
    assertNear(poisson / samples, 0, Math.sqrt(1.0 / samples));
    assertNear(poissonSquares / samples, 1, Math.sqrt(2.0 / samples));
    assertNear(binomial / samples, 0, Math.sqrt(1.0 / samples));
  }

  @Test
  void integersBelowABoundAreUniform() {
    long[] bins = new long[7];
    for (int i = 0; i < 700_000; i++) {
      bins[random.below(7)]++;
    }
    assertChiSquare(bins, new double[] {1e5, 1e5, 1e5, 1e5, 1e5, 1e5, 1e5});
  }

  /** Against probabilities from their own ratios, normalized: no factorial, no logarithm. */
  private void check(
      ToLongFunction<RandomStream> sampler,
      double mean,
      double deviation,
      long most,
      DoubleUnaryOperator ratio) {
    int samples = 400_000;
    long low = (long) Math.max(0, mean - 8 * deviation - 3);
    int values = (int) (Math.min(most, (long) (mean + 8 * deviation + 12)) - low) + 1;
    double from = (double) low;
    double[] probability = new double[values];
    int mode = (int) (Math.min((long) mean, most) - low);
    probability[mode] = 1;
    for (int i = mode; i + 1 < values; i++) {
      probability[i + 1] = probability[i] * ratio.applyAsDouble(from + i);
    }
    for (int i = mode; i > 0; i--) {
      probability[i - 1] = probability[i] / ratio.applyAsDouble(from + i - 1);
    }
    double total = 0;
    for (double p : probability) {
      total += p;
    }
    long[] counts = new long[values];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < samples; i++) {
      long k = sampler.applyAsLong(random);
      counts[(int) (k - low)]++;
      sum += k - mean;
      squares += (k - mean) * (k - mean);
    }
    for (int i = 0; i < values; i++) {
      probability[i] *= samples / total;
    }
    assertChiSquare(counts, probability);
    assertNear(sum / samples, 0, deviation / Math.sqrt(samples));
    double variance = deviation * deviation;
    assertNear(
        squares / samples, variance, Math.sqrt((2 * variance * variance + variance) / samples));
  }

  /** Neighbours are joined to at least ten expected; the limit is that of five deviations. */
  private static void assertChiSquare(long[] counts, double[] expected) {
    double chiSquare = 0;
    int degrees = -1;
    double count = 0;
    double wanted = 0;
    double rest = 0;
    for (double e : expected) {
      rest += e;
    }
    for (int i = 0; i < counts.length; i++) {
      count += counts[i];
      wanted += expected[i];
      rest -= expected[i];
      if ((wanted >= 10 && rest >= 10) || i == counts.length - 1) {
        chiSquare += (count - wanted) * (count - wanted) / wanted;
        degrees++;
        count = 0;
        wanted = 0;
      }
    }
    double normal = chiSquare;
    if (degrees > 0) { // Wilson and Hilferty's approximation
      double v = 2.0 / (9 * degrees);
      normal = (StrictMath.cbrt(chiSquare / degrees) - 1 + v) / Math.sqrt(v);
    }
    assertThat(normal)
        .as("deviations of chi-square %s at %d degrees, seed %d", chiSquare, degrees, SEED)
        .isLessThan(4);
  }

  private static void assertNear(double value, double expected, double standardError) {
    assertThat((value - expected) / standardError)
        .as("standard errors of %s from %s, seed %d", value, expected, SEED)
        .isBetween(-4.0, 4.0);
  }

  private static double simpson(DoubleUnaryOperator f, double low, double high) {
    int steps = 400;
    double h = (high - low) / steps;
    double sum = f.applyAsDouble(low) + f.applyAsDouble(high);
    for (int i = 1; i < steps; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(low + i * h);
    }
    return sum * h / 3;
  }
}

package org.optihal.physics.coherent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ParameterEstimateTest {
  private static Correlation data(long seed, int pairs, double slope, double noise, double mean) {
    SplittableRandom random = new SplittableRandom(seed);
    Correlation data = new Correlation();
    for (int i = 0; i < pairs; i++) {
      double x = 2 * random.nextGaussian();
      data.add(x, mean + slope * x + StrictMath.sqrt(noise) * random.nextGaussian());
    }
    return data;
  }

  @Test
  void mergedPartsAreTheWhole() {
    SplittableRandom random = new SplittableRandom(8);
    Correlation whole = new Correlation();
    Correlation merged = new Correlation();
    for (int part = 0; part < 5; part++) {
      Correlation some = new Correlation();
      for (int i = 0; i < 100 * part; i++) {
        double x = random.nextGaussian();
        double y = 1e6 + x + random.nextGaussian();
        whole.add(x, y);
        some.add(x, y);
      }
      merged.add(some);
    }
    assertThat(merged.count()).isEqualTo(1000);
    assertThat(merged.meanY()).isCloseTo(whole.meanY(), within(1e-8));
    assertThat(merged.varianceY()).isCloseTo(whole.varianceY(), within(1e-9));
    assertThat(merged.covariance()).isCloseTo(whole.covariance(), within(1e-9));
  }

  @Test
  void boundsFailAsOftenAsTheySay() {
    int runs = 2000;
    int transmittanceTooLow = 0;
    int noiseTooHigh = 0;
    double transmittance = 0.4;
    double slope = StrictMath.sqrt(0.5 * transmittance);
    double noise = 1.1 + slope * slope * 0.2;
    for (long seed = 0; seed < runs; seed++) {
      ParameterEstimate estimate =
          ParameterEstimate.from(
              data(seed, 500, slope, noise, 3), Detection.HOMODYNE, 0.5, 0.1, 0.05);
      transmittanceTooLow += estimate.transmittance().low() > transmittance ? 1 : 0;
      noiseTooHigh += estimate.excessNoise().high() < 0.2 ? 1 : 0;
    }
    // 5 % of 2000 is 100, deviation 10. The noise's bound also takes the slope's worst case.
    assertThat(transmittanceTooLow).as("seeds 0 to %d", runs).isBetween(65, 135);
    assertThat(noiseTooHigh).as("seeds 0 to %d", runs).isBetween(1, 135);
  }

  @Test
  void fewDataGiveNoUpperBoundOfTheNoise() {
    ParameterEstimate estimate =
        ParameterEstimate.from(data(3, 20, 0.3, 1, 0), Detection.HETERODYNE, 1, 0, 1e-10);
    assertThat(estimate.transmittance().low()).isZero();
    assertThat(estimate.excessNoise().high()).isInfinite();
    assertThat(estimate.excessNoise().estimate()).isFinite();
  }

  @Test
  void noiseFreeDataAreExact() {
    Correlation data = new Correlation();
    for (int i = -50; i <= 50; i++) {
      data.add(i, 0.5 * i);
    }
    ParameterEstimate estimate = ParameterEstimate.from(data, Detection.HETERODYNE, 0.5, 0, 1e-6);
    assertThat(estimate.transmittance().estimate()).isCloseTo(1, within(1e-12));
    assertThat(estimate.excessNoise().estimate()).isCloseTo(-4, within(1e-9));
  }

  @Test
  void refusesDataThatHoldNoChannel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ParameterEstimate.from(new Correlation(), Detection.HOMODYNE, 1, 0, 0.01))
        .withMessageContaining("pairs");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ParameterEstimate.from(data(1, 100, -1, 1, 0), Detection.HOMODYNE, 1, 0, 0.01))
        .withMessageContaining("positively correlated");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ParameterEstimate.from(data(1, 100, 1, 1, 0), Detection.HOMODYNE, 1, 0, 0))
        .withMessageContaining("failureProbability");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Correlation().add(Double.NaN, 0))
        .withMessageContaining("x");
  }
}

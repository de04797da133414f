package org.optihal.physics.roadm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.optihal.physics.light.Decibels;
import org.optihal.physics.light.Photons;

class PassbandTest {
  private static final double CENTER = 193.4e12;
  private static final Passband BOX = new RectangularPassband(CENTER, 50e9, 5, 40);
  private static final Passband BELL = new SuperGaussianPassband(CENTER, 50e9, 3, 5, 40);

  @Test
  void rectangleHasLossInsideAndIsolationOutside() {
    assertThat(BOX.transmittance(CENTER + 24.9e9)).isEqualTo(Decibels.transmittance(5));
    assertThat(BOX.transmittance(CENTER + 25.1e9)).isEqualTo(Decibels.transmittance(45));
    double inside = Decibels.transmittance(5);
    double outside = Decibels.transmittance(45);
    assertThat(BOX.meanTransmittance(CENTER, CENTER + 100e9))
        .isCloseTo(0.25 * inside + 0.75 * outside, within(1e-15));
    assertThat(BOX.meanTransmittance(CENTER - 10e9, CENTER + 10e9)).isEqualTo(inside);
    assertThat(BOX.meanTransmittance(CENTER + 1e12, CENTER + 2e12)).isEqualTo(outside);
  }

  @Test
  void superGaussianAgreesWithAnIndependentEvaluation() {
    // mpmath quadrature, 30 digits; the noise bandwidth also is Gamma(7/6) / ln(2)^(1/6).
    assertThat(BELL.noiseBandwidth()).isCloseTo(0.986156172082098 * 50e9, withinPercentage(1e-6));
    assertThat(BELL.meanTransmittance(CENTER - 10e9, CENTER + 60e9))
        .isCloseTo(0.156548042888853, withinPercentage(1e-6));
    assertThat(BELL.transmittance(CENTER + 25e9))
        .isCloseTo(Decibels.transmittance(5) / 2, withinPercentage(0.011));
    assertThat(BELL.transmittance(CENTER + 1e12))
        .isCloseTo(Decibels.transmittance(45), within(1e-18));
  }

  @Test
  void meansOfPartsAddUp() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    for (Passband band : new Passband[] {BOX, BELL}) {
      for (int i = 0; i < 200; i++) {
        double low = CENTER + random.nextDouble(-200e9, 100e9);
        double middle = low + random.nextDouble(1e9, 100e9);
        double high = middle + random.nextDouble(1e9, 100e9);
        double parts =
            band.meanTransmittance(low, middle) * (middle - low)
                + band.meanTransmittance(middle, high) * (high - middle);
        assertThat(band.meanTransmittance(low, high) * (high - low))
            .as("seed %s, turn %s, %s", seed, i, band)
            .isCloseTo(parts, withinPercentage(1e-3));
      }
      assertThat(band.meanTransmittance(CENTER, CENTER)).isEqualTo(band.transmittance(CENTER));
    }
  }

  @Test
  void leakageOfAChannelIsCountedInPhotons() {
    IsolationChain chain = IsolationChain.NONE.then(4.7, 42.5).then(1.5, 40);
    assertThat(chain.isolationDb()).isEqualTo(82.5);
    // mpmath, 30 digits: 3.5 dBm - 6.2 dB - 82.5 dB at 1548.51 nm.
    assertThat(chain.photonsPerNanosecond(3.5, Photons.frequency(1548.51)))
        .isCloseTo(0.0235416707771317, withinPercentage(1e-9));
    assertThat(chain.leakage(0)).isZero();
    assertThat(IsolationChain.NONE.leakage(1e-3)).isEqualTo(1e-3);
  }

  @Test
  void switchCrosstalkDependsOnThePairAndItsOrder() {
    CrosstalkMatrix matrix = CrosstalkMatrix.uniform(-55).with(1, 17, -42).with(17, 1, -60);
    assertThat(matrix.crosstalkDb(1, 17)).isEqualTo(-42);
    assertThat(matrix.crosstalkDb(17, 1)).isEqualTo(-60);
    assertThat(matrix.crosstalkDb(2, 17)).isEqualTo(-55);
    assertThat(matrix.crosstalk(17, 1)).isCloseTo(1e-6, within(1e-18));
    assertThat(CrosstalkMatrix.uniform(-55).crosstalkDb(1, 17)).isEqualTo(-55);
  }

  @Test
  void gainInAPassiveElementIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RectangularPassband(CENTER, 50e9, -1, 40))
        .withMessageContaining("lossDb");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrosstalkMatrix.uniform(3))
        .withMessageContaining("crosstalkDb");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IsolationChain.NONE.then(1, -40))
        .withMessageContaining("filterIsolationDb");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BOX.meanTransmittance(CENTER + 1, CENTER))
        .withMessageContaining("high - low");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BELL.transmittance(Double.NaN))
        .withMessageContaining("frequency");
  }
}

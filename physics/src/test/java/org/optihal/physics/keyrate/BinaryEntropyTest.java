package org.optihal.physics.keyrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class BinaryEntropyTest {
  @Test
  void hasItsKnownValues() {
    assertThat(BinaryEntropy.of(0)).isZero();
    assertThat(BinaryEntropy.of(1)).isZero();
    assertThat(BinaryEntropy.of(0.5)).isEqualTo(1);
    // Independent evaluation, mpmath, 30 digits.
    assertThat(BinaryEntropy.of(0.037)).isCloseTo(0.228364025840565, within(1e-14));
  }

  @Test
  void inverseIsTheLowerBranch() {
    for (double p = 0; p <= 0.5; p += 1.0 / 64) {
      assertThat(BinaryEntropy.inverse(BinaryEntropy.of(p))).isCloseTo(p, within(1e-8));
    }
  }

  /** The 11 % of BB84 with one-way post-processing; independent evaluation, mpmath, 30 digits. */
  @Test
  void oneWayThresholdOfBb84IsElevenPercent() {
    assertThat(BinaryEntropy.oneWayThreshold(1))
        .isCloseTo(0.11002786443836, withinPercentage(1e-9));
    assertThat(BinaryEntropy.oneWayThreshold(1.16))
        .isCloseTo(0.0981060380687863, withinPercentage(1e-9));
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinaryEntropy.of(1.1))
        .withMessageContaining("probability");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinaryEntropy.of(Double.NaN))
        .withMessageContaining("probability");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinaryEntropy.inverse(-0.1))
        .withMessageContaining("bits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinaryEntropy.oneWayThreshold(0.9))
        .withMessageContaining("errorCorrectionEfficiency");
  }
}

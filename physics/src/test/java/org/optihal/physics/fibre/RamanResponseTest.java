package org.optihal.physics.fibre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RamanResponseTest {
  /** Reference: Simpson's rule over h(t) sin(2 pi f t), 240,000 steps of 0.05 fs, numpy. */
  @ParameterizedTest(name = "{0} THz")
  @CsvSource({
    "0.02,  0.0012873040138984167",
    "1,     0.0762200114095018",
    "5,     0.28440142212399133",
    "10,    0.7185813119260906",
    "13.2,  1",
    "14.7,  0.9896775468610605",
    "18,    0.3018945384765733",
    "24,    0.16473636820259188",
    "31,    0.03875927897882957",
    "35.44, 0.03014279451145578",
    "45,    0.0022852780796908216",
    "56,    0.0008700393399951277"
  })
  void isTheImaginaryPartOfTheTransformedResponse(double terahertz, double gain) {
    assertThat(RamanResponse.relativeGain(terahertz * 1e12))
        .isCloseTo(gain, withinPercentage(1e-6));
  }

  @Test
  void isPositivePeaksAt13TerahertzAndVanishesAtZero() {
    assertThat(RamanResponse.relativeGain(0)).isZero();
    for (double offset = 0.01e12; offset <= RamanResponse.LARGEST_OFFSET; offset += 0.01e12) {
      assertThat(RamanResponse.relativeGain(offset)).as("%s Hz", offset).isBetween(1e-6, 1.0);
    }
  }

  @Test
  void voigtProfileHasItsKnownLimits() {
    // w(iy) = exp(y²) erfc(y); w(x) = exp(-x²) + ... ; the numbers from Abramowitz and Stegun 7.9.
    assertThat(Faddeeva.real(0, 0)).isCloseTo(1, within(1e-10));
    assertThat(Faddeeva.real(0, 1)).isCloseTo(0.427583576155807, within(1e-12));
    assertThat(Faddeeva.real(1, 0)).isCloseTo(StrictMath.exp(-1), within(1e-10));
    // Far out a Lorentzian: y / (sqrt(pi) x²).
    assertThat(Faddeeva.real(1e4, 0.3))
        .isCloseTo(0.3 / StrictMath.sqrt(StrictMath.PI) / 1e8, withinPercentage(1e-4));
  }

  @Test
  void beyondTheTableThereIsNoAnswer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RamanResponse.relativeGain(60.1e12))
        .withMessageContaining("offset");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RamanResponse.relativeGain(-1))
        .withMessageContaining("offset");
  }

  @Test
  void gainGoesWithThePumpAndAgainstTheModeArea() {
    RamanGain standard = RamanGain.smf28();
    double pump = 206.184634112792e12;
    assertThat(standard.perWattKm(pump, pump - 13.2e12)).isCloseTo(0.42, within(1e-12));
    RamanGain wide = RamanGain.g654e();
    double areas =
        wide.area().overlapSquareUm(pump, pump - 13.2e12)
            / standard.area().overlapSquareUm(pump, pump - 13.2e12);
    assertThat(wide.perWattKm(pump, pump - 13.2e12) * areas).isCloseTo(0.42, within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standard.perWattKm(190e12, 200e12))
        .withMessageContaining("pump - stokes");
  }
}

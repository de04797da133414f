package org.optihal.physics.keyrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class EntanglementTest {
  private static final PostProcessing POST = new PostProcessing(0.5, 1.1);

  /** Worked by hand: 1e6 pairs/s, 10 % and 2 %, noise 2000/s and 5000/s, 1 ns, V0 = 0.98. */
  private static final Entanglement LINK = new Entanglement(1e6, 0.1, 0.02, 2000, 5000, 1e-9, 0.98);

  @Test
  void ratesAreThoseOfAWorkedExample() {
    assertThat(LINK.signalSingles()).isCloseTo(102_000, within(1e-6));
    assertThat(LINK.idlerSingles()).isCloseTo(25_000, within(1e-6));
    assertThat(LINK.trueCoincidences()).isCloseTo(2000, within(1e-9));
    assertThat(LINK.accidentals()).isCloseTo(2.55, within(1e-12));
    assertThat(LINK.coincidenceToAccidentalRatio()).isCloseTo(785.313725490196, within(1e-9));
    assertThat(LINK.visibility()).isCloseTo(0.978752091083868, within(1e-12));
    assertThat(LINK.chsh()).isCloseTo(2.7683289628237, within(1e-9));
    assertThat(LINK.qber()).isCloseTo(0.010623954458066, within(1e-12));
    // 0.5 * 2002.55 * (1 - 2.1 h(E)), mpmath, 30 digits.
    assertThat(LINK.keyRateBitsPerSecond(POST)).isCloseTo(822.75399663973, withinPercentage(1e-8));
  }

  @Test
  void noiseBringsVisibilityBelowBellAndKeyToZero() {
    Entanglement noisy = new Entanglement(1e4, 0.01, 0.01, 1e5, 1e5, 1e-9, 0.98);
    assertThat(noisy.chsh()).isLessThan(2);
    assertThat(noisy.keyRateBitsPerSecond(POST)).isZero();
    assertThat(noisy.margin(POST)).isNegative();
    assertThat(noisy.coincidenceToAccidentalRatio()).isBetween(1.0, 2.0);
  }

  @Test
  void nothingCountedIsAnAnswer() {
    Entanglement dark = new Entanglement(0, 0.1, 0.1, 0, 0, 1e-9, 1);
    assertThat(dark.visibility()).isZero();
    assertThat(dark.margin(POST)).isZero();
    assertThat(dark.coincidenceToAccidentalRatio()).isInfinite();
    assertThat(Entanglement.fringeVisibility(0, 0)).isZero();
    assertThat(Entanglement.correlation(0, 0)).isZero();
  }

  @Test
  void measuredCorrelationsGiveChsh() {
    double best = StrictMath.sqrt(0.5);
    assertThat(Entanglement.chsh(best, -best, best, best))
        .isCloseTo(2 * StrictMath.sqrt(2), within(1e-12));
    assertThat(Entanglement.chsh(1, 1, 1, 1)).isEqualTo(2);
    assertThat(Entanglement.chsh(best)).isCloseTo(2, within(1e-12));
    assertThat(Entanglement.correlation(75, 25)).isEqualTo(0.5);
    assertThat(Entanglement.fringeVisibility(99, 1)).isEqualTo(0.98);
  }

  @Test
  void argumentsOutsideTheirDomainAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Entanglement(-1, 0.1, 0.1, 0, 0, 1e-9, 1))
        .withMessageContaining("pairRate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Entanglement.accidentals(1, 1, -1e-9))
        .withMessageContaining("coincidenceWindow");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Entanglement.chsh(1.1, 0, 0, 0))
        .withMessageContaining("ab");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Entanglement.fringeVisibility(1, 2))
        .withMessageContaining("minimum");
  }
}

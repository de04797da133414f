package org.optihal.physics.modulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.optihal.physics.modulator.IqModulator.BiasError;
import org.optihal.physics.modulator.IqModulator.SidebandPowers;

final class IqModulatorTest {
  private static final IqModulator REAL = new IqModulator(6.5, 28, 5.5, 0.97, 0.03);

  @Test
  void singleSidebandIsTheFourierSeriesOfItsField() {
    // Independent evaluation: mpmath, 64-point Fourier sum of the nested interferometer's field.
    SidebandPowers powers = REAL.singleSideband(1.9, new BiasError(0.02, -0.035, 0.011));
    assertThat(powers.wanted()).isCloseTo(0.01481553071976, within(1e-14));
    assertThat(powers.image()).isCloseTo(9.35875737252455e-06, within(1e-17));
    assertThat(powers.carrier()).isCloseTo(0.000263239445667019, within(1e-16));
  }

  @Test
  void imageComesFromGainAndQuadratureError() {
    // Independent evaluation, mpmath.
    assertThat(IqModulator.imageSuppressionDb(0.97, 0.03))
        .isCloseTo(33.401420573108, within(1e-10));
    assertThat(REAL.singleSideband(0.01, BiasError.NONE).imageSuppressionDb())
        .isCloseTo(33.401420573108, within(1e-6));
    assertThat(IqModulator.imageSuppressionDb(1, 0)).isInfinite();
  }

  @Test
  void carrierLeaksByExtinctionAndBiasErrors() {
    IqModulator balanced = new IqModulator(0, 30, 5, 1, 0);
    // Two equal leaks a quarter turn apart: each e/(1+e), each over a splitter and a combiner.
    assertThat(balanced.carrierLeak(BiasError.NONE))
        .isCloseTo(2 * 0.001 / 1.001 / 4, within(1e-15));
    assertThat(balanced.carrierLeak(new BiasError(0.1, 0, 0)))
        .isGreaterThan(balanced.carrierLeak(BiasError.NONE));
  }

  @Test
  void neverAddsLight() {
    IqModulator ideal = new IqModulator(0, 300, 5, 1, 0);
    assertThat(ideal.field(5, 5, BiasError.NONE).power()).isCloseTo(0.5, within(1e-12));
    // A wrong outer phase adds the children in phase: then all light comes out, never more.
    assertThat(ideal.field(5, 5, new BiasError(0, 0, -StrictMath.PI / 2)).power())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void refusesGainAboveOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IqModulator(0, 30, 5, 1.1, 0))
        .withMessageContaining("gainRatio");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REAL.singleSideband(-1, BiasError.NONE))
        .withMessageContaining("driveVoltage");
  }
}

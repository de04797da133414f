package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.light.FieldFixture;
import org.optihal.hal.error.HalException;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;

/** What sources send. */
class SourcesTest {
  private static final double PHOTON = 6.62607015e-34; // J s

  @Test
  void pulsesHaveTheirMeanPhotonNumber() {
    FieldFixture bench =
        FieldFixture.of("alice pulsed-source frequency=1550nm rate=1GHz mean-photon-number=0.5");
    double dbm = 10 * StrictMath.log10(bench.watts("alice/out", "alice")) + 30;
    assertThat(dbm).isCloseTo(-71.9328496, within(1e-6));
  }

  @Test
  void symbolsHaveHalfTheirVarianceInPhotons() {
    FieldFixture bench =
        FieldFixture.of("alice gaussian-source frequency=193.1THz rate=100MHz variance=4");
    assertThat(bench.watts("alice/out", "alice"))
        .isCloseTo(2 * 100e6 * PHOTON * 193.1e12, Percentage.withPercentage(1e-9));
  }

  @Test
  void pairsLeaveByTwoPorts() {
    FieldFixture bench =
        FieldFixture.of(
            "pairs pair-source signal-frequency=194.1THz idler-frequency=192.1THz pair-rate=1Mcps");
    assertThat(bench.watts("pairs/signal", "pairs#signal") / (PHOTON * 194.1e12))
        .isCloseTo(1e6, within(1e-3));
    assertThat(bench.watts("pairs/idler", "pairs#idler") / (PHOTON * 192.1e12))
        .isCloseTo(1e6, within(1e-3));
    assertThat(bench.leaving("pairs/signal").line("pairs#idler")).isEmpty();
  }

  @Test
  void aCombSharesItsPowerAmongTheChannelsOutsideItsGaps() {
    FieldFixture bench =
        FieldFixture.of(
            "comb comb low=191.3THz high=196.1THz power=10mW gap=quantum 193.0..193.2 THz");
    Light light = bench.leaving("comb/out");
    assertThat(light.lines()).hasSize(49 - 3);
    assertThat(light.watts()).isCloseTo(10e-3, within(1e-12));
    assertThat(light.within(193.0e12, 193.2e12).watts()).isZero();
  }

  @Test
  void broadbandNoiseIsFlatInItsBand() {
    FieldFixture bench = FieldFixture.of("ase ase-source low=191.35THz high=196.05THz power=1mW");
    Light light = bench.leaving("ase/out");
    assertThat(light.noise(Cause.AMPLIFIED_EMISSION)).isCloseTo(1e-3, within(1e-12));
    assertThat(light.noise(Cause.AMPLIFIED_EMISSION, 193e12, 193.47e12))
        .isCloseTo(1e-4, within(1e-12));
    assertThat(light.noise(Cause.AMPLIFIED_EMISSION, 190e12, 191.35e12)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "laser cw-source frequency=193.1THz power=-1mW|power",
    "alice pulsed-source frequency=193.1THz rate=1GHz mean-photon-number=-0.1|meanNumber",
    "comb comb low=193THz high=192THz power=0dBm|high",
    "comb comb low=191THz high=196THz power=0dBm spacing=0Hz|spacing",
    "laser cw-source frequency=193.1THz power=0dBm linewidth=20THz|cw-source laser (bench:1),"
        + " linewidth",
    "laser cw-source frequency=193.1THz power=0dBm linewidth=-1Hz|cw-source laser (bench:1),"
        + " linewidth",
    "alice pulsed-source frequency=193.1THz rate=1GHz width=400THz|pulsed-source alice (bench:1),"
        + " width",
    "alice gaussian-source frequency=193.1THz rate=50THz|gaussian-source alice (bench:1), rate",
    "p pair-source signal-frequency=300THz idler-frequency=190THz pair-rate=1Mcps"
        + " width=20THz|width",
    "comb comb low=191THz high=230THz power=0dBm spacing=30THz width=25THz|comb comb (bench:1),"
        + " width",
    "comb comb low=191THz high=196THz power=0dBm width=200GHz|width",
    "comb comb low=191THz high=196THz power=0dBm spacing=1MHz width=1MHz|channels",
    "ase ase-source low=193THz high=192THz power=0dBm|high",
    "ase ase-source low=100THz high=192THz power=0dBm|1260"
  })
  void nonsenseIsRefusedWithItsPlace(String textAndName) {
    String[] parts = textAndName.split("\\|", -1);
    assertThatThrownBy(() -> FieldFixture.of(parts[0]).field())
        .isInstanceOf(HalException.class)
        .hasMessageContaining("(bench:1)")
        .hasMessageContaining(parts[1]);
  }
}

package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.light.FieldFixture;
import org.optihal.emulators.light.TestSource;

class ModulatorPartsTest {
  private static final double F = 193.1e12;

  private static FieldFixture bench(String modulator) {
    return FieldFixture.of("mod " + modulator)
        .add(TestSource.laser("laser", F, 1))
        .wire("laser/out -> mod/in");
  }

  private static double lossDb(String modulator) {
    return bench(modulator).lossDb("mod/out", "laser");
  }

  @ParameterizedTest
  @CsvSource({
    // Peak, null, and half-way between: (1 + 10^-3)/2 of the peak.
    "bias=0V, 4",
    "bias=4V, 34",
    "bias=2V, 7.005959182",
    // On-off keying over one half wave about any bias: the mean of peak and null, or quadrature.
    "bias=2V drive=2V, 7.005959182",
    "bias=0V drive=2V, 7.005959182",
  })
  void anIntensityModulatorPassesTheMeanOverItsDrive(String options, double db) {
    assertThat(lossDb("intensity-modulator v-pi=4V extinction=30dB " + options))
        .isCloseTo(db, within(1e-8));
  }

  @Test
  void aNullThatDriftsLeaks() {
    FieldFixture bench = bench("intensity-modulator v-pi=4V extinction=60dB bias=4V drift=0.2rad");
    assertThat(bench.lossDb("mod/out", "laser")).isCloseTo(64, within(1e-6));
    bench.at(Duration.ofHours(1));
    double phase = Double.parseDouble(bench.state("mod").get("bias-drift-rad"));
    double sine = StrictMath.sin(phase / 2);
    assertThat(StrictMath.abs(phase)).isGreaterThan(0.001);
    assertThat(bench.watts("mod/out", "laser"))
        .isCloseTo(StrictMath.pow(10, -0.4) * ((1 - 1e-6) * sine * sine + 1e-6), within(1e-12));
  }

  @Test
  void driftRepeatsWithItsSeed() {
    String modulator = "intensity-modulator bias=2V drift=0.1rad";
    double one = drifted(modulator, 7);
    assertThat(drifted(modulator, 7)).isEqualTo(one);
    assertThat(drifted(modulator, 8)).isNotEqualTo(one);
  }

  private static double drifted(String modulator, long seed) {
    return bench(modulator).seed(seed).at(Duration.ofHours(1)).lossDb("mod/out", "laser");
  }

  @Test
  void aRampMovesTheFrequency() {
    FieldFixture bench = bench("phase-modulator loss=3dB ramp=10GHz");
    assertThat(bench.leaving("mod/out").line("laser").orElseThrow().hertz()).isEqualTo(F + 10e9);
    assertThat(bench.lossDb("mod/out", "laser")).isCloseTo(3, within(1e-12));
  }

  @Test
  void aMovedLinePassesOtherFilters() {
    FieldFixture bench =
        bench("phase-modulator loss=0dB ramp=10GHz")
            .add("f filter center=193.11THz width=10GHz")
            .wire("mod/out -> f/in");
    assertThat(bench.lossDb("f/out", "laser")).isCloseTo(0, within(1e-12));
  }

  @Test
  void withoutARampTheFrequencyStays() {
    assertThat(bench("phase-modulator").leaving("mod/out").line("laser").orElseThrow().hertz())
        .isEqualTo(F);
  }

  @Test
  void whatComesBackThroughAPhaseModulatorKeepsItsFrequency() {
    FieldFixture bench =
        FieldFixture.of("mod phase-modulator ramp=10GHz")
            .add(TestSource.laser("laser", F, 1))
            .wire("laser/out -> mod/out");
    assertThat(bench.leaving("mod/in").line("laser").orElseThrow().hertz()).isEqualTo(F);
  }

  @Test
  void anIqModulatorLosesItsModulationToo() {
    assertThat(lossDb("iq-modulator loss=6dB modulation=12dB")).isCloseTo(18, within(1e-9));
  }

  @Test
  void biasesOfAnIqModulatorThatDriftLeak() {
    FieldFixture bench = bench("iq-modulator loss=6dB modulation=20dB drift=0.3rad");
    double before = bench.watts("mod/out", "laser");
    bench.at(Duration.ofHours(2));
    assertThat(bench.watts("mod/out", "laser")).isGreaterThan(before * 1.01);
    assertThat(bench.state("mod")).containsOnlyKeys("in-phase-drift-rad", "quadrature-drift-rad");
  }

  @ParameterizedTest
  @CsvSource({
    "intensity-modulator v-pi=0V, v-pi",
    "intensity-modulator extinction=-1dB, extinction",
    "intensity-modulator drift=-1rad, drift",
    "phase-modulator loss=-1dB, loss",
    "iq-modulator modulation=1dB, modulation",
    "iq-modulator modulation=30dB extinction=25dB, modulation",
    "iq-modulator drift=-1rad, drift"
  })
  void nonsenseIsRefused(String modulator, String parameter) {
    assertThatThrownBy(() -> bench(modulator).field())
        .hasMessageContaining("mod (bench:1), " + parameter);
  }
}

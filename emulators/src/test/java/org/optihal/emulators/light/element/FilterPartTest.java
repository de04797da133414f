package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.optihal.emulators.light.FieldFixture;
import org.optihal.emulators.light.TestNoise;
import org.optihal.emulators.light.TestSource;
import org.optihal.hal.light.Cause;

class FilterPartTest {
  private static final String FILTER =
      "filter filter center=193.1THz width=100GHz loss=1dB isolation=40dB";

  private static FieldFixture at(double hertz, double bandwidth) {
    TestSource source = new TestSource("laser");
    source.line("laser", hertz, bandwidth, 1e-3);
    return FieldFixture.of(FILTER).add(source).wire("laser/out -> filter/in");
  }

  @Test
  void linesInTheBandPass() {
    assertThat(at(193.14e12, 0).lossDb("filter/out", "laser")).isCloseTo(1, within(1e-12));
  }

  @Test
  void linesOutsideAreStoppedByTheIsolationToo() {
    assertThat(at(193.16e12, 0).lossDb("filter/out", "laser")).isCloseTo(41, within(1e-12));
  }

  @Test
  void aLineOnTheEdgeIsCut() {
    double half = (StrictMath.pow(10, -0.1) + StrictMath.pow(10, -4.1)) / 2;
    assertThat(at(193.15e12, 20e9).watts("filter/out", "laser"))
        .isCloseTo(half * 1e-3, within(1e-15));
  }

  @Test
  void itWorksBackwardsAlike() {
    FieldFixture bench =
        FieldFixture.of(FILTER)
            .add(TestSource.laser("laser", 193.1e12, 1e-3))
            .wire("laser/out -> filter/out");
    assertThat(bench.lossDb("filter/in", "laser")).isCloseTo(1, within(1e-12));
  }

  @Test
  void noiseIsCutExactlyAtTheEdges() {
    FieldFixture bench =
        FieldFixture.of(FILTER).add(new TestNoise("white")).wire("white/out -> filter/in");
    double inside =
        bench.leaving("filter/out").noise(Cause.AMPLIFIED_EMISSION, 193.05e12, 193.15e12);
    assertThat(inside).isCloseTo(100e9 * StrictMath.pow(10, -0.1), within(1.0));
    double beside =
        bench.leaving("filter/out").noise(Cause.AMPLIFIED_EMISSION, 193.15e12, 193.2e12);
    assertThat(beside).isCloseTo(50e9 * StrictMath.pow(10, -4.1), within(1.0));
  }

  @Test
  void somebodyLooksForFaintLightInNarrowBandsOnly() {
    assertThat(FieldFixture.of(FILTER).field().part("filter").watched())
        .containsExactly(new double[] {193.05e12, 193.15e12});
    assertThat(
            FieldFixture.of("wide filter center=193.7THz width=4.8THz")
                .field()
                .part("wide")
                .watched())
        .isEmpty();
  }

  @Test
  void aBandWithoutWidthIsRefused() {
    assertThatThrownBy(() -> FieldFixture.of("f filter center=193.1THz width=0GHz").field())
        .hasMessageContaining("filter f (bench:1), width");
  }
}

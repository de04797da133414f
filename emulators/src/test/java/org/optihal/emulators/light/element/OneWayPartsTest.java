package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.light.FieldFixture;
import org.optihal.emulators.light.TestSource;

class OneWayPartsTest {
  private static FieldFixture into(String port, String element) {
    return FieldFixture.of(element)
        .add(TestSource.laser("laser", 193.1e12, 1))
        .wire("laser/out -> " + port);
  }

  @Test
  void anIsolatorLeadsForward() {
    FieldFixture bench = into("iso/in", "iso isolator loss=0.5dB isolation=40dB");
    assertThat(bench.lossDb("iso/out", "laser")).isCloseTo(0.5, within(1e-12));
    assertThat(bench.leaving("iso/in").lines()).isEmpty();
  }

  @Test
  void whatComesBackThroughAnIsolatorIsAstray() {
    FieldFixture bench = into("iso/out", "iso isolator loss=0.5dB isolation=40dB");
    assertThat(bench.astray("iso/in", "laser")).isCloseTo(StrictMath.pow(10, -4.05), within(1e-16));
    assertThat(bench.watts("iso/in", "laser")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"p1, p2, p3", "p2, p3, p1", "p3, , p2"})
  void aCirculatorLeadsOnAndLeaksBack(String from, String meant, String astray) {
    FieldFixture bench = into("c/" + from, "c circulator loss=0.8dB isolation=45dB");
    if (meant != null) {
      assertThat(bench.lossDb("c/" + meant, "laser")).isCloseTo(0.8, within(1e-12));
    }
    assertThat(bench.astray("c/" + astray, "laser"))
        .isCloseTo(StrictMath.pow(10, -4.58), within(1e-16));
    assertThat(bench.leaving("c/" + from).lines()).isEmpty();
  }

  @Test
  void whatEntersTheLastPortOfACirculatorIsAbsorbed() {
    FieldFixture bench = into("c/p3", "c circulator loss=0.8dB isolation=45dB");
    assertThat(bench.leaving("c/p1").lines()).isEmpty();
  }

  @Test
  void aLosslessCirculatorGivesAwayNoMoreThanItGets() {
    FieldFixture bench = into("c/p1", "c circulator loss=0dB isolation=3dB");
    assertThat(bench.watts("c/p2", "laser") + bench.astray("c/p3", "laser"))
        .isCloseTo(1, within(1e-15));
  }

  @Test
  void strayLightIsLedOn() {
    FieldFixture bench =
        FieldFixture.of("iso isolator isolation=30dB", "att attenuator attenuation=10dB")
            .add(TestSource.laser("laser", 193.1e12, 1))
            .wire("laser/out -> iso/out")
            .wire("iso/in -> att/out");
    assertThat(bench.astray("att/in", "laser")).isCloseTo(1e-4, within(1e-16));
  }
}

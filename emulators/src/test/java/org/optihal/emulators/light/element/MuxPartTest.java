package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.optihal.emulators.light.FieldFixture;
import org.optihal.emulators.light.TestSource;

class MuxPartTest {
  private static final String BANDS = " bands=q 193.0..193.1 THz, data 193.2..196 THz";

  private static FieldFixture into(String port, double hertz, String element) {
    return FieldFixture.of(element)
        .add(TestSource.laser("laser", hertz, 1))
        .wire("laser/out -> " + port);
  }

  @Test
  void eachBandComesFromItsPort() {
    String mux = "m mux loss=1dB isolation=30dB" + BANDS;
    assertThat(into("m/q", 193.05e12, mux).lossDb("m/common", "laser")).isCloseTo(1, within(1e-12));
    assertThat(into("m/data", 193.05e12, mux).lossDb("m/common", "laser"))
        .isCloseTo(31, within(1e-12));
    assertThat(into("m/q", 193.05e12, mux).leaving("m/data").lines()).isEmpty();
  }

  @Test
  void eachBandGoesToItsPortAndLeaksToTheOthers() {
    FieldFixture bench = into("d/common", 194e12, "d demux loss=1dB isolation=30dB" + BANDS);
    assertThat(bench.lossDb("d/data", "laser")).isCloseTo(1, within(1e-12));
    assertThat(bench.lossDb("d/q", "laser")).isCloseTo(31, within(1e-12));
  }

  @Test
  void aLosslessOneSharesWhatThereIs() {
    FieldFixture bench = into("d/common", 194e12, "d demux loss=0dB isolation=20dB" + BANDS);
    assertThat(bench.watts("d/data", "laser") + bench.watts("d/q", "laser"))
        .isCloseTo(1, within(1e-15));
    assertThat(bench.watts("d/q", "laser") / bench.watts("d/data", "laser"))
        .isCloseTo(0.01, within(1e-15));
  }

  @Test
  void overlappingBandsOfAMuxShareTheLight() {
    FieldFixture bench =
        into("d/common", 193.5e12, "d demux bands=one 193..194 THz, two 193..195 THz");
    assertThat(bench.watts("d/one", "laser")).isCloseTo(0.5, within(1e-15));
    assertThat(bench.watts("d/two", "laser")).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void aBandBelowAWideOneIsFound() {
    String demux = "d demux loss=0dB bands=wide 190..196 THz, one 191..192 THz, two 193..194 THz";
    FieldFixture bench = into("d/common", 195e12, demux);
    assertThat(bench.lossDb("d/wide", "laser")).isCloseTo(0, within(0.01));
    assertThat(into("d/common", 193.5e12, demux).watts("d/wide", "laser"))
        .isCloseTo(0.5, within(1e-3));
  }

  @Test
  void lightThatIsWiderThanBandsIsShared() {
    TestSource laser = new TestSource("laser");
    laser.line("laser", 194e12, 2e12, 1);
    FieldFixture bench =
        FieldFixture.of("d demux loss=3dB isolation=90dB bands=a 193..194 THz, b 194..195 THz")
            .add(laser)
            .wire("laser/out -> d/common");
    assertThat(bench.lossDb("d/a", "laser")).isCloseTo(6.0103, within(1e-4));
    assertThat(bench.lossDb("d/b", "laser")).isCloseTo(6.0103, within(1e-4));
  }

  @Test
  @Timeout(10) // some 0.3 s; every band for every port of every port took half a minute
  void aMuxOfManyBandsIsNotSlow() {
    int ports = 192;
    String bands =
        IntStream.range(0, ports)
            .mapToObj(i -> "p" + i + " " + (186000 + 50 * i) + ".." + (186050 + 50 * i) + " GHz")
            .collect(Collectors.joining(", "));
    FieldFixture bench =
        FieldFixture.of(
                "comb comb low=186.025THz high=195.575THz spacing=50GHz power=10dBm",
                "amp amplifier low=186THz high=196THz",
                "d demux bands=" + bands)
            .wire("comb/out -> amp -> d/common");
    assertThat(bench.lossDb("d/p0", "comb#1")).isLessThan(0);
    assertThat(bench.leaving("d/p191").lines()).hasSize(ports);
  }

  @Test
  void aWavelengthSelectiveSwitchHasItsOwnLosses() {
    FieldFixture bench = into("w/common", 194e12, "w wss" + BANDS);
    assertThat(bench.lossDb("w/data", "laser")).isCloseTo(5, within(1e-12));
    assertThat(bench.lossDb("w/q", "laser")).isCloseTo(40, within(1e-12));
  }

  @Test
  void bandsOfAWavelengthSelectiveSwitchDoNotOverlap() {
    assertThatThrownBy(
            () -> FieldFixture.of("w wss bands=one 193..194 THz, two 193.9..195 THz").field())
        .hasMessageContaining("wss w (bench:1), bands: 'one 193..194 THz'")
        .hasMessageContaining("overlap");
  }

  @Test
  void narrowBandsAreWatched() {
    assertThat(FieldFixture.of("m mux" + BANDS).field().part("m").watched())
        .containsExactly(new double[] {193.0e12, 193.1e12});
  }

  @Test
  void aPortMayHaveBandsOnBothSidesOfAnother() {
    FieldFixture bench =
        FieldFixture.of(
                "low cw-source frequency=192.0THz power=0dBm",
                "middle cw-source frequency=193.0THz power=0dBm",
                "mux mux bands=data 191.5..192.5 THz, quantum 192.9..193.1 THz, data 193.5..194.5"
                    + " THz")
            .wire("low/out -> mux/data")
            .wire("middle/out -> mux/quantum");
    assertThat(bench.field().part("mux").ports()).containsExactly("common", "data", "quantum");
    assertThat(bench.lossDb("mux/common", "low")).isCloseTo(0, within(1e-3));
    assertThat(bench.lossDb("mux/common", "middle")).isCloseTo(0, within(1e-3));
  }
}

package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.light.FieldFixture;
import org.optihal.emulators.light.TestSource;

class SwitchPartTest {
  private static final double F = 193.1e12;
  private static final String SWITCH =
      "sw switch inputs=2 outputs=3 connect=in1>out2, in2>out1 loss=1dB crosstalk=-50dB"
          + " pair-crosstalk=in1>out1 -40dB, in2>out2 -60dB";

  private static FieldFixture into(String port) {
    return FieldFixture.of(SWITCH)
        .add(TestSource.laser("laser", F, 1))
        .wire("laser/out -> sw/" + port);
  }

  @ParameterizedTest
  @CsvSource({"in1, out2", "in2, out1", "out2, in1", "out1, in2"})
  void connectedPairsLeadBothWays(String from, String to) {
    assertThat(into(from).lossDb("sw/" + to, "laser")).isCloseTo(1, within(1e-12));
    assertThat(into(from).astray("sw/" + to, "laser")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "in1, out1, -40", "in1, out3, -50", "in2, out2, -60", "in2, out3, -50",
    "out1, in1, -40", "out2, in2, -60", "out3, in1, -50", "out3, in2, -50"
  })
  void eachPairHasItsOwnCrosstalk(String from, String to, double db) {
    FieldFixture bench = into(from);
    assertThat(10 * StrictMath.log10(bench.astray("sw/" + to, "laser")))
        .isCloseTo(db, within(1e-9));
    assertThat(bench.watts("sw/" + to, "laser")).isZero();
  }

  @Test
  void nothingGoesFromInputToInput() {
    assertThat(into("in1").leaving("sw/in2").lines()).isEmpty();
    assertThat(into("out1").leaving("sw/out3").lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"in1, out1", "out1, in1"})
  void crosstalkOfALosslessSwitchIsTakenFromTheWayThrough(String from, String to) {
    FieldFixture bench =
        FieldFixture.of("sw switch inputs=1 outputs=3 connect=in1>out1 crosstalk=-20dB")
            .add(TestSource.laser("laser", F, 1))
            .wire("laser/out -> sw/" + from);
    assertThat(bench.watts("sw/" + to, "laser")).isCloseTo(0.98, within(1e-15));
  }

  @Test
  void crosstalkHasTheFrequencyThatALaserIsTunedTo() {
    TestSource laser = TestSource.laser("laser", F, 1);
    FieldFixture bench = FieldFixture.of(SWITCH).add(laser).wire("laser/out -> sw/in1");
    bench.field();
    laser.set(F + 50e9, 1);
    bench.field().at(1);
    assertThat(bench.leaving("sw/out1").line("laser").orElseThrow().hertz()).isEqualTo(F + 50e9);
    laser.set(F + 50e9, 0);
    bench.field().at(2);
    assertThat(bench.leaving("sw/out1").lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "connect=in1>out1, in1>out2 | connect: in1 is connected twice",
        "connect=in1>out1, in2>out1 | connect: out1 is connected twice",
        "connect=in3>out1 | connect: there is no input 'in3', only in1 to in2",
        "connect=out1>in1 | connect: there is no input 'out1'",
        "connect=in1>out7 | connect: there is no output 'out7', only out1 to out2",
        "pair-crosstalk=in1>in2 -40dB | pair-crosstalk: there is no output 'in2'",
        "crosstalk=-2dB | crosstalk: more light would go astray than enters at in1",
      })
  void nonsenseIsRefused(String parameters, String why) {
    assertThatThrownBy(() -> FieldFixture.of("sw switch inputs=2 outputs=2 " + parameters).field())
        .hasMessageContaining("switch sw (bench:1), " + why);
  }

  @Test
  @Timeout(10) // well below a second
  void aLargeSwitchIsNotSlow() {
    String pairs =
        IntStream.rangeClosed(1, 384)
            .mapToObj(i -> "in" + i + ">out" + (385 - i))
            .collect(Collectors.joining(", "));
    FieldFixture bench =
        FieldFixture.of(
                "comb comb low=191.3THz high=196.25THz spacing=50GHz power=10dBm",
                "sw switch inputs=384 outputs=384 crosstalk=-60dB connect=" + pairs)
            .wire("comb/out -> sw/in1");
    assertThat(bench.lossDb("sw/out384", "comb#100")).isLessThan(10);
    assertThat(bench.astray("sw/out1", "comb#100")).isCloseTo(1e-4 * 1e-6, within(1e-18));
  }

  @Test
  void crosstalkAboveAllIsRefused() {
    assertThatThrownBy(() -> FieldFixture.of("sw switch inputs=2 outputs=2 crosstalk=3dB").field())
        .hasMessageContaining("switch sw (bench:1)")
        .hasMessageContaining("crosstalk");
  }
}

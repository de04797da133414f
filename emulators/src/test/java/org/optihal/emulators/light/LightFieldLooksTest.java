package org.optihal.emulators.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.optihal.emulators.TestBench;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Element;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;

/** What somebody sees who looks again: after a change, after a failure, at the same instant. */
class LightFieldLooksTest {
  private static final String NEAR = "near cw-source linewidth=0Hz frequency=193.50THz power=";
  private static final String FAR = "far cw-source linewidth=0Hz frequency=193.49THz power=";

  @Test
  void noiseIsCountedOnceHoweverManyLookForIt() {
    String one = "one filter center=193.51THz width=10GHz";
    String two = "two filter center=193.51THz width=10GHz";
    String three = "three pulsed-source frequency=193.51THz rate=1GHz width=5GHz";
    double single = mixed(bench("0dBm", one));
    assertThat(single).isPositive();
    assertThat(mixed(bench("0dBm", one, two, three)))
        .isCloseTo(single, Percentage.withPercentage(1e-9));
  }

  private static FieldFixture bench(String power, String... watchers) {
    List<String> elements =
        new ArrayList<>(
            List.of(
                NEAR + power,
                FAR + power,
                "join coupler ratio=50%",
                "span fibre length=25km",
                "end attenuator attenuation=0dB"));
    elements.addAll(List.of(watchers));
    return FieldFixture.of(elements.toArray(String[]::new))
        .wire("near/out -> join/in")
        .wire("far/out -> join/in2")
        .wire("join/through -> span -> end/in");
  }

  private static double mixed(FieldFixture bench) {
    return bench.leaving("span/b").noise(Cause.FOUR_WAVE_MIXING);
  }

  @Test
  void theOrderOfTheSourcesDoesNotMatter() {
    List<String> lines =
        List.of(
            "one cw-source frequency=1316nm power=0dBm linewidth=0Hz",
            "two cw-source frequency=1310nm power=0dBm linewidth=0Hz",
            "three cw-source frequency=1318nm power=0dBm linewidth=0Hz");
    double product = 299_792_458 * (1 / 1316e-9 + 1 / 1310e-9 - 1 / 1318e-9) / 1e12;
    double[] seen = new double[2];
    for (int turn = 0; turn < 2; turn++) {
      List<String> elements = new ArrayList<>(lines);
      if (turn == 1) {
        Collections.reverse(elements);
      }
      elements.add("first coupler ratio=50%");
      elements.add("second coupler ratio=50%");
      elements.add("span fibre length=25km");
      elements.add("watch filter center=" + product + "THz width=100GHz");
      seen[turn] =
          FieldFixture.of(elements.toArray(String[]::new))
              .wire("one/out -> first/in")
              .wire("two/out -> first/in2")
              .wire("first/through -> second/in")
              .wire("three/out -> second/in2")
              .wire("second/through -> span -> watch/in")
              .leaving("span/b")
              .noise(Cause.FOUR_WAVE_MIXING);
    }
    assertThat(seen[0]).isPositive();
    assertThat(seen[1]).isCloseTo(seen[0], Percentage.withPercentage(1e-9));
  }

  @Test
  void lightThatNoModelHoldsForIsRefusedAgainAndAgainUntilItIsMended() {
    FieldFixture bench = bench("0dBm", "watch filter center=193.51THz width=10GHz");
    bench.field();
    assertThatThrownBy(() -> bench.replace(NEAR + "26dBm").replace(FAR + "26dBm"))
        .isInstanceOf(HalException.class);
    for (long nanos = 1; nanos < 4; nanos++) {
      long at = nanos;
      assertThatThrownBy(() -> bench.field().at(at))
          .isInstanceOf(HalException.class)
          .hasMessageContaining("fibre span");
    }
    bench.replace(NEAR + "-60dBm");
    bench.replace(FAR + "-60dBm");
    assertThat(bench.leaving("span/b").watts()).isLessThan(1e-8);
  }

  @Test
  void aChangeIsSeenAtTheSameInstant() {
    TestSource source = TestSource.laser("laser", 193.1e12, 0);
    FieldFixture bench =
        FieldFixture.of("att attenuator attenuation=3dB").add(source).wire("laser/out -> att/in");
    bench.field().at(1_000_000_000);
    assertThat(bench.leaving("att/out").watts()).isZero();
    source.set(193.1e12, 1e-3);
    bench.field().at(1_000_000_000);
    assertThat(bench.leaving("att/out").watts()).isCloseTo(5.01e-4, within(1e-6));
  }

  /** Three ways of 30, 30 and 40 % into one port: the light arrives as by the last. */
  @Test
  void theStrongestWayTellsWhenLightArrives() {
    FieldFixture bench =
        FieldFixture.of(
                "laser cw-source frequency=193.1THz power=0dBm",
                "first coupler ratio=60%",
                "short fibre length=1km",
                "long fibre length=10km",
                "last coupler ratio=50%")
            .wire("laser/out -> first/in")
            .wire("first/through -> short -> last/in")
            .wire("first/tap -> long -> last/in2");
    Light.Line line = bench.leaving("last/through").line("laser").orElseThrow();
    // 40 % by 1 km are 38 %, 60 % by 10 km are 37 %.
    assertThat(line.delayPicos()).isCloseTo(4.897e6, within(1e4));
  }

  @Test
  void aChainOfThousandsIsNoProblem() {
    FieldFixture bench = FieldFixture.of("laser cw-source frequency=193.1THz power=0dBm");
    StringBuilder wire = new StringBuilder("laser/out");
    for (int i = 0; i < 9_000; i++) {
      bench.add("a" + i + " attenuator attenuation=0.001dB");
      wire.append(" -> a").append(i);
    }
    bench.add("end power-monitor").wire(wire + " -> end/in");
    assertThat(bench.entering("end/in").watts()).isCloseTo(1e-3 * 0.12589, within(1e-8));
  }

  @Test
  void whatComesBackOfCounterPropagatingLightIsAstray() {
    FieldFixture bench =
        FieldFixture.of(
                "data cw-source frequency=193.1THz power=10dBm",
                "span fibre length=80km attenuation=0.2dB/km")
            .wire("data/out -> span/b");
    double back = bench.astray("span/b", "data");
    assertThat(10 * StrictMath.log10(back / 10e-3)).isCloseTo(-32, within(0.05));
  }

  @Test
  void aCommandThatTheBenchCannotBearIsTakenBack() {
    Bench plain = TestBench.bench(Map.of(), "tx-laser");
    Map<String, Element> elements = new LinkedHashMap<>();
    for (String text :
        List.of(
            NEAR + "0dBm",
            FAR + "0dBm",
            "join coupler ratio=50%",
            "span fibre length=25km",
            "watch filter center=193.51THz width=10GHz")) {
      Element e = FieldFixture.element(text, "b:1");
      elements.put(e.id(), e);
    }
    Bench bench =
        new Bench(
            plain.node(),
            plain.devices(),
            elements,
            List.of(
                FieldFixture.parse("near/out -> join/in"),
                FieldFixture.parse("far/out -> join/in2"),
                FieldFixture.parse("join/through -> span -> watch/in")));
    TestBench.run(
        new VirtualClock(),
        bench,
        1,
        t -> {
          assertThat(t.emulation().control("element near power 20 dBm")).contains("\"ok\":true");
          assertThat(t.emulation().control("element far power 30 dBm"))
              .contains("\"ok\":false")
              .contains("fibre span");
          assertThat(t.emulation().truth().leaving("span/b").watts()).isLessThan(0.1);
          assertThat(t.emulation().control("element near power 0 dBm")).contains("\"ok\":true");
          assertThat(t.emulation().control("element near linewidth 900 THz"))
              .contains("\"ok\":false");
        });
  }
}

package org.optihal.emulators.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.optihal.emulators.TestBench;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.Wire;
import org.optihal.hal.bench.WireEnd;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.spi.Truth;
import org.optihal.protocols.itla.ItlaRegister;

/** A laser that is told to shine on its wire is seen at the other end of the bench. */
class BenchLightTest {
  private static void run(Consumer<TestBench> body) {
    Map<String, Element> elements = new LinkedHashMap<>();
    for (String text :
        List.of(
            "voa attenuator attenuation=60dB",
            "span fibre length=10km attenuation=0.2dB/km",
            "spad spad efficiency=10% dark-rate=100cps blinding=0dBm max-input=10dBm")) {
      Element e = FieldFixture.element(text, "bench.yaml:" + (elements.size() + 5));
      elements.put(e.id(), e);
    }
    Wire wire =
        new Wire(
            List.of(
                new WireEnd.Port("tx-laser", "out"),
                new WireEnd.Through("voa"),
                new WireEnd.Through("span"),
                new WireEnd.Port("spad", "in")));
    Bench plain = TestBench.bench(Map.of(), "tx-laser");
    Bench bench = new Bench(plain.node(), plain.devices(), elements, List.of(wire));
    TestBench.run(new VirtualClock(), bench, 7, body);
  }

  private static void shine(TestBench t) {
    t.settle();
    int unused = t.write(ItlaRegister.RES_ENA, 8);
    t.sleep(60_000);
  }

  @Test
  void whatALaserSendsIsCounted() {
    run(
        t -> {
          Truth truth = t.emulation().truth();
          assertThat(truth.detection("spad").countRate()).isCloseTo(100, within(0.2));
          shine(t);
          double sent = truth.light("tx-laser/out").watts();
          double got = truth.entering("spad/in").line("tx-laser").orElseThrow().watts();
          assertThat(10 * StrictMath.log10(sent / got)).isCloseTo(62, within(0.05));
          assertThat(truth.detection("spad").countRate()).isGreaterThan(50_000);
        });
  }

  @Test
  void anElementIsGivenAnotherParameter() {
    run(
        t -> {
          shine(t);
          Truth truth = t.emulation().truth();
          double before = truth.entering("spad/in").watts();
          assertThat(t.emulation().control("element voa attenuation 70 dB"))
              .isEqualTo("{\"ok\":true}");
          double after = truth.entering("spad/in").watts();
          assertThat(10 * StrictMath.log10(before / after)).isCloseTo(10, within(1e-6));
        });
  }

  @Test
  void wrongChangesAreToldAndChangeNothing() {
    run(
        t -> {
          for (String line :
              List.of(
                  "element vao attenuation 70 dB",
                  "element voa loss 70 dB",
                  "element voa attenuation 70",
                  "element voa attenuation -3 dB",
                  "element voa attenuation",
                  "element voa")) {
            assertThat(t.emulation().control(line)).startsWith("{\"ok\":false").contains("error");
          }
          assertThat(t.emulation().truth().leaving("voa/out").watts()).isZero();
          assertThat(t.emulation().control("state spad")).contains("single-photon");
        });
  }

  @Test
  void namesThatNobodyHasAreToldWithThoseThatThereAre() {
    run(
        t -> {
          Truth truth = t.emulation().truth();
          assertThatThrownBy(() -> truth.entering("spad/out"))
              .isInstanceOfSatisfying(
                  HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND))
              .hasMessageContaining("in");
          assertThatThrownBy(() -> truth.detection("voa"))
              .isInstanceOf(HalException.class)
              .hasMessageContaining("spad");
          assertThatThrownBy(() -> truth.state("nobody"))
              .isInstanceOf(HalException.class)
              .hasMessageContaining("tx-laser");
        });
  }
}

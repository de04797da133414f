package org.optihal.node.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optihal.hal.bench.Element;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;
import org.optihal.physics.keyrate.Entanglement;
import org.optihal.physics.keyrate.PostProcessing;
import org.optihal.physics.light.Photons;

/** A pair source of 1 MHz with arms of 50 % and 10 %, and detectors of 50 % whose clocks differ. */
final class PairMetersTest {
  private static final double SIGNAL = 194.1e12;
  private static final double IDLER = 192.1e12;
  private static final double PAIRS = 1e6;

  private final FakeTruth truth = new FakeTruth();

  @BeforeEach
  void shine() {
    truth.element(
        "pairs",
        "pair-source",
        Map.of(
            "signal-frequency", "194.1 THz",
            "idler-frequency", "192.1 THz",
            "pair-rate", "1 Mcps"));
    truth.element("alice-clock", "clock", Map.of("offset", "-3 ms", "drift", "-2e-7"));
    truth.element("bob-clock", "clock", Map.of("offset", "12 ms", "drift", "1e-6"));
    detector("alice", "pairs#signal", SIGNAL, 0.5, 5_000_000);
    detector("bob", "pairs#idler", IDLER, 0.1, 125_000_000);
  }

  private void detector(String id, String line, double hertz, double share, double delayPicos) {
    truth.element(
        id, "snspd", Map.of("efficiency", "50 %", "dark-rate", "100 cps", "clock", id + "-clock"));
    double watts = PAIRS * share * Photons.energy(hertz);
    truth.entering.put(
        id + "/in",
        FakeTruth.light(new Light.Line(line, hertz, 1e11, watts, 0, share, delayPicos, 0)));
    truth.detections.put(
        id,
        FakeTruth.detection(
            Map.of(line, PAIRS * share), Map.of(Cause.RAMAN_COUNTER, 2000.0), 0.5, 100));
  }

  private Meter meter(String kind, String... keysAndValues) {
    Map<String, String> parameters =
        new HashMap<>(Map.of("source", "pairs", "detectors", "alice, bob"));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      parameters.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return Meters.create(new Element("m", kind, parameters), truth.bench(1));
  }

  @Test
  void coincidencesAreThoseOfTheLink() {
    Meter pairs = meter("entanglement", "window", "1000 ps");

    double[] s = pairs.sample(100, 100);

    Entanglement link = new Entanglement(PAIRS, 0.25, 0.05, 1100, 1100, 1e-9, 0.98);
    assertThat(FakeTruth.value(pairs, s, "coincidences"))
        .isCloseTo(link.coincidences(), within(5 * StrictMath.sqrt(link.coincidences() / 100)));
    assertThat(FakeTruth.value(pairs, s, "qber")).isCloseTo(link.qber(), within(6e-4));
    assertThat(FakeTruth.value(pairs, s, "chsh")).isCloseTo(link.chsh(), within(0.01));
    double key = link.keyRateBitsPerSecond(new PostProcessing(0.5, 1.16));
    assertThat(FakeTruth.value(pairs, s, "key-rate")).isCloseTo(key, within(0.03 * key));
    assertThat(FakeTruth.value(pairs, s, "noise-raman-counter")).isCloseTo(2000, within(1e-9));
    assertThat(FakeTruth.value(pairs, s, "transmittance-idler-db")).isCloseTo(-10, within(1e-9));
  }

  @Test
  void withoutLightInOneArmThereAreAccidentalsAlone() {
    truth.entering.remove("bob/in");
    Meter pairs = meter("entanglement", "window", "1000 ps");

    double[] s = pairs.sample(100, 100);

    assertThat(FakeTruth.value(pairs, s, "key-rate")).isZero();
    assertThat(FakeTruth.value(pairs, s, "coincidences")).isLessThan(5);
  }

  @Test
  void twoNodesFindTheirDelayWithoutSharedTime() {
    Meter delay = meter("delay", "window", "1 s", "range", "0.1 s");

    double[] s = delay.sample(60, 60);

    // 15 ms between the clocks, 120 us of fibre, and 1.2e-6 of 60 s
    assertThat(FakeTruth.value(delay, s, "true-offset"))
        .isCloseTo(0.015 + 120e-6 + 72e-6, within(2e-6));
    assertThat(FakeTruth.value(delay, s, "found")).isEqualTo(1);
    assertThat(FakeTruth.value(delay, s, "error")).isLessThan(50e-12);
    assertThat(FakeTruth.value(delay, s, "found-drift")).isCloseTo(1.2e-6, within(1e-9));
    assertThat(FakeTruth.value(delay, s, "found-drift"))
        .isCloseTo(FakeTruth.value(delay, s, "true-drift"), within(1e-10));
    assertThat(FakeTruth.value(delay, delay.sample(120, 60), "found"))
        .as("once an hour is enough")
        .isNaN();
    assertThat(FakeTruth.value(delay, delay.sample(3660, 60), "found")).isEqualTo(1);
  }

  @Test
  void withoutPairsNoDelayIsFound() {
    truth.entering.remove("bob/in");

    Meter delay = meter("delay", "window", "0.05 s", "range", "0.01 s");
    double[] s = delay.sample(60, 60);

    assertThat(FakeTruth.value(delay, s, "found")).isZero();
    assertThat(FakeTruth.value(delay, s, "error")).isNaN();
  }

  @Test
  void aSourceOfSomethingElseIsRefused() {
    truth.element("pairs", "cw-source", Map.of("frequency", "193.1 THz", "power", "0 dBm"));

    assertThatThrownBy(() -> meter("entanglement", "window", "1000 ps"))
        .hasMessageContaining("pairs is no pair source");
    assertThatThrownBy(() -> meter("delay")).hasMessageContaining("pairs is no pair source");
  }
}

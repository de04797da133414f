package org.optihal.node.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optihal.hal.bench.Element;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;
import org.optihal.physics.keyrate.DecoyBb84;
import org.optihal.physics.keyrate.FiniteDecoyBb84;
import org.optihal.physics.keyrate.FiniteDecoyBb84.Intensities;
import org.optihal.physics.keyrate.FiniteKeySecurity;
import org.optihal.physics.keyrate.PostProcessing;
import org.optihal.physics.keyrate.WeakCoherentChannel;
import org.optihal.physics.keyrate.WeakCoherentChannel.GainForm;
import org.optihal.physics.light.Photons;

/** A channel of 1 % and two detectors of 20 %, at 100 MHz. */
final class DecoyBb84MeterTest {
  private static final double HERTZ = 193.4e12;
  private static final double RATE = 100e6;
  private static final double MEAN = 0.5;
  private static final double ARRIVING = MEAN * 0.01 * RATE / 2; // at each detector, 1/s
  private static final double RAMAN = 4000; // photons/s at each detector

  private final FakeTruth truth = new FakeTruth();

  private void shine(double times, double strangers) {
    for (String d : new String[] {"d0", "d1"}) {
      double photons = ARRIVING * times;
      Map<String, Double> lines = new HashMap<>(Map.of("alice", photons));
      lines.put("comb#3", strangers);
      truth.entering.put(
          d + "/in",
          FakeTruth.light(FakeTruth.line("alice", HERTZ, photons * Photons.energy(HERTZ), 0.005)));
      truth.detections.put(d, FakeTruth.detection(lines, Map.of(Cause.RAMAN_CO, RAMAN), 0.2, 100));
    }
  }

  private static Element meter(Map<String, String> more) {
    Map<String, String> all =
        new HashMap<>(Map.of("source", "alice", "detectors", "d0, d1", "rate", "100 MHz"));
    all.putAll(more);
    return new Element("bb84", "decoy-bb84", all, "bench.yaml:9:3");
  }

  private static WeakCoherentChannel channel() {
    double background = 2 * (0.2 * RAMAN + 100) / RATE;
    return new WeakCoherentChannel(
        0.01 * 0.2, -StrictMath.expm1(-background), 0.01, GainForm.EXACT);
  }

  @Test
  void gainErrorAndKeyAreThoseOfTheChannel() {
    shine(1, 0);
    Meter bb84 = Meters.create(meter(Map.of()), truth.bench(1));

    double[] s = bb84.sample(10, 1000);

    assertThat(FakeTruth.value(bb84, s, "gain")).isCloseTo(channel().gain(MEAN), within(1e-6));
    assertThat(FakeTruth.value(bb84, s, "qber")).isCloseTo(channel().qber(MEAN), within(1e-4));
    double key =
        RATE
            * DecoyBb84.vacuumWeak(channel(), MEAN, 0.1, new PostProcessing(0.9 * 0.81, 1.16))
                .keyRatePerPulse();
    assertThat(key).isGreaterThan(1000);
    assertThat(FakeTruth.value(bb84, s, "key-rate")).isCloseTo(key, within(0.02 * key));
    assertThat(FakeTruth.value(bb84, s, "transmittance-db")).isCloseTo(-20, within(1e-9));
    assertThat(FakeTruth.value(bb84, s, "mean-photon-number")).isCloseTo(MEAN, within(1e-12));
  }

  @Test
  void noiseIsToldByCause() {
    shine(1, 50);
    Meter bb84 = Meters.create(meter(Map.of()), truth.bench(1));

    double[] s = bb84.sample(10, 10);

    assertThat(FakeTruth.value(bb84, s, "noise-raman-co")).isCloseTo(2 * 0.2 * RAMAN, within(1e-6));
    assertThat(FakeTruth.value(bb84, s, "noise-dark")).isCloseTo(200, within(1e-9));
    assertThat(FakeTruth.value(bb84, s, "noise-leakage")).isCloseTo(2 * 0.2 * 50, within(1e-9));
    assertThat(FakeTruth.value(bb84, s, "noise"))
        .isCloseTo(2 * 0.2 * RAMAN + 200 + 20, within(1e-6));
  }

  @Test
  void samplesFluctuateAndTheSameSeedRepeatsThem() {
    shine(1, 0);
    Meter one = Meters.create(meter(Map.of()), truth.bench(1));
    Meter same = Meters.create(meter(Map.of()), truth.bench(1));
    Meter other = Meters.create(meter(Map.of()), truth.bench(2));

    double[] first = one.sample(10, 10);

    assertThat(same.sample(10, 10)).isEqualTo(first);
    assertThat(other.sample(10, 10)).isNotEqualTo(first);
    assertThat(one.sample(20, 10)).isNotEqualTo(first);
  }

  @Test
  void theScatterOfTheErrorRateIsBinomial() {
    shine(1, 0);
    Meter bb84 = Meters.create(meter(Map.of()), truth.bench(5));
    double n = RATE * 1 * 0.9 * 0.81 * channel().gain(MEAN); // signal clicks of a second
    double e = channel().qber(MEAN);
    double sum = 0;
    int samples = 400;
    for (int i = 0; i < samples; i++) {
      double off = FakeTruth.value(bb84, bb84.sample(i, 1), "qber") - e;
      sum += off * off;
    }

    // The variance of a variance from 400 samples is 2/400 of its square: 5 deviations are 35 %.
    assertThat(sum / samples).isCloseTo(e * (1 - e) / n, within(0.35 * e * (1 - e) / n));
  }

  @Test
  void aFiniteKeyNeedsAFullBlock() {
    shine(1, 0);
    Meter bb84 =
        Meters.create(
            meter(Map.of("block", "3e10", "probabilities", "0.5, 0.4, 0.1", "basis", "0.7")),
            truth.bench(1));

    assertThat(FakeTruth.value(bb84, bb84.sample(100, 100), "key-rate")).isNaN();
    assertThat(FakeTruth.value(bb84, bb84.sample(200, 100), "key-rate")).isNaN();
    double key = FakeTruth.value(bb84, bb84.sample(300, 100), "key-rate");
    double expected =
        FiniteDecoyBb84.expected(
                    channel(),
                    new Intensities(MEAN, 0.1, 0, 0.5, 0.4, 0.1),
                    3e10,
                    0.7,
                    new FiniteKeySecurity(1e-9, 1e-15),
                    1.16)
                .length()
            / 300;
    assertThat(expected).isGreaterThan(1000);
    assertThat(key).isCloseTo(expected, within(0.1 * expected));
    assertThat(FakeTruth.value(bb84, bb84.sample(400, 100), "key-rate")).isEqualTo(key);
  }

  @Test
  void aShortBlockGivesAKeyInEverySample() {
    shine(1, 0);
    Meter bb84 = Meters.create(meter(Map.of("block", "1e8")), truth.bench(1));

    assertThat(FakeTruth.value(bb84, bb84.sample(10, 10), "key-rate")).isNotNaN();
  }

  /** With little noise a vacuum pulse of 5 % of the signal is what makes vacuum clicks. */
  @Test
  void theSourcesExtinctionIsTheFloorOfTheVacuum() {
    shine(1, 0);
    assertThat(vacuumClicks("13 dB", "0")).isCloseTo(gain(MEAN * 0.0501187), within(5e-7));
    assertThat(vacuumClicks("60 dB", "0")).isCloseTo(gain(MEAN * 1e-6), within(5e-7));
    assertThat(vacuumClicks("60 dB", "0.02")).isCloseTo(gain(0.02), within(5e-7));
  }

  private static double gain(double mean) {
    return channel().gain(mean);
  }

  private double vacuumClicks(String extinction, String vacuum) {
    truth.element(
        "alice",
        "pulsed-source",
        Map.of("frequency", "193.4 THz", "rate", "100 MHz", "extinction", extinction));
    Meter bb84 = Meters.create(meter(Map.of("vacuum", vacuum)), truth.bench(1));
    return FakeTruth.value(bb84, bb84.sample(10, 10_000), "y0");
  }

  @Test
  void moreLightThanWasToBeSentMakesNoKey() {
    shine(200, 0); // 200 times 1 % of the photons: the transmitter is too bright
    Meter bb84 = Meters.create(meter(Map.of()), truth.bench(1));

    assertThat(FakeTruth.value(bb84, bb84.sample(10, 10), "key-rate")).isZero();
  }

  @Test
  void withoutLightThereIsNoKeyAndHalfOfTheBitsAreWrong() {
    shine(0, 0);
    Meter bb84 = Meters.create(meter(Map.of()), truth.bench(1));

    double[] s = bb84.sample(10, 1000);

    assertThat(FakeTruth.value(bb84, s, "key-rate")).isZero();
    assertThat(FakeTruth.value(bb84, s, "qber")).isCloseTo(0.5, within(0.01));
  }

  @Test
  void turnedPolarizationMattersToPolarizationAlone() {
    shine(1, 0);
    for (String d : new String[] {"d0", "d1"}) {
      truth.entering.put(
          d + "/in",
          FakeTruth.light(
              new Light.Line(
                  "alice",
                  HERTZ,
                  0,
                  ARRIVING * Photons.energy(HERTZ),
                  0,
                  0.005,
                  0,
                  StrictMath.PI / 2)));
    }
    Meter timeBin = Meters.create(meter(Map.of()), truth.bench(1));
    Meter polarized = Meters.create(meter(Map.of("encoding", "polarization")), truth.bench(1));

    assertThat(FakeTruth.value(timeBin, timeBin.sample(1, 100), "qber")).isLessThan(0.03);
    assertThat(FakeTruth.value(polarized, polarized.sample(1, 100), "qber"))
        .isCloseTo(0.5, within(0.01));
  }

  @Test
  void nonsenseIsRefusedWithTheMetersPlace() {
    shine(1, 0);
    assertThatThrownBy(
            () -> Meters.create(meter(Map.of("probabilities", "0.9, 0.2, 0.1")), truth.bench(1)))
        .hasMessageContaining("decoy-bb84 bb84 (bench.yaml:9:3)")
        .hasMessageContaining("must be 1");
    assertThatThrownBy(
            () -> Meters.create(meter(Map.of("mean-photon-number", "0.05")), truth.bench(1)))
        .hasMessageContaining("signalMeanPhotons must be greater");
  }

  @Test
  void theRateOfTheSourceIsTheMeters() {
    shine(1, 0);
    truth.element("alice", "pulsed-source", Map.of("frequency", "193.4 THz", "rate", "1 GHz"));

    assertThatThrownBy(() -> Meters.create(meter(Map.of()), truth.bench(1)))
        .hasMessageContaining("write the same rate in both places");
  }
}

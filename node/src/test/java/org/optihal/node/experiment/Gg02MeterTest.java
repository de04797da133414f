package org.optihal.node.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optihal.hal.bench.Element;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;
import org.optihal.physics.keyrate.GaussianModulation;
import org.optihal.physics.light.Photons;

/** 25 km of 0.2 dB/km, V_A 4, at 100 MHz, beside a Raman density that is known. */
final class Gg02MeterTest {
  private static final double HERTZ = 200e12;
  private static final double RATE = 100e6;
  private static final double T = StrictMath.pow(10, -0.5);
  private static final double DENSITY = 2e-21; // W/Hz, both polarizations

  private final FakeTruth truth = new FakeTruth();

  private static final Element METER =
      new Element(
          "cv",
          "gg02",
          Map.of(
              "source", "alice",
              "receiver", "bob",
              "rate", "100 MHz",
              "variance", "4",
              "technical-noise", "0.01"));

  @BeforeEach
  void shine() {
    truth.element("bob", "coherent-receiver", Map.of("efficiency", "60 %"));
    shine(T * 2 * RATE * Photons.energy(HERTZ), DENSITY);
  }

  private void shine(double watts, double density) {
    truth.entering.put(
        "bob/in",
        new Light(
            List.of(FakeTruth.line("alice", HERTZ, watts, T)),
            new double[] {199e12, 201e12},
            Map.of(Cause.RAMAN_CO, new double[] {density})));
  }

  @Test
  void ramanNoiseIsTwiceThePhotonsOfAModeOverTheTransmittance() {
    Meter cv = Meters.create(METER, truth.bench(1));

    double[] s = cv.sample(10, 10);

    double photons = DENSITY / (2 * Photons.energy(HERTZ));
    assertThat(FakeTruth.value(cv, s, "noise-raman-co")).isCloseTo(2 * photons / T, within(1e-12));
    assertThat(FakeTruth.value(cv, s, "noise-technical")).isEqualTo(0.01);
    assertThat(FakeTruth.value(cv, s, "excess-noise"))
        .isCloseTo(2 * photons / T + 0.01, within(0.003));
    assertThat(FakeTruth.value(cv, s, "transmittance")).isCloseTo(T, within(1e-3));
    assertThat(FakeTruth.value(cv, s, "clearance")).isCloseTo(20.04, within(0.01));
  }

  @Test
  void theKeyIsThatOfTheMeasuredChannel() {
    Meter cv = Meters.create(METER, truth.bench(1));

    double[] s = cv.sample(10, 10);

    GaussianModulation measured =
        new GaussianModulation(
            4,
            FakeTruth.value(cv, s, "transmittance"),
            FakeTruth.value(cv, s, "excess-noise"),
            0.6,
            0.01,
            0.95,
            GaussianModulation.Detection.HETERODYNE);
    assertThat(FakeTruth.value(cv, s, "key-rate"))
        .isCloseTo(RATE * measured.keyRateBitsPerSymbol(), within(1e-3))
        .isGreaterThan(1e5);
    assertThat(FakeTruth.value(cv, s, "excess-noise-limit"))
        .isCloseTo(measured.excessNoiseLimit(), within(1e-9));
  }

  @Test
  void classicalLightInTheModeIsLeakage() {
    truth.entering.put(
        "bob/in",
        FakeTruth.light(
            FakeTruth.line("alice", HERTZ, T * 2 * RATE * Photons.energy(HERTZ), T),
            FakeTruth.line("comb#7", HERTZ + RATE / 4, DENSITY * RATE, 1e-6),
            FakeTruth.line("comb#8", HERTZ + RATE, 1, 1e-6)));
    Meter cv = Meters.create(METER, truth.bench(1));

    assertThat(FakeTruth.value(cv, cv.sample(10, 10), "noise-leakage"))
        .isCloseTo(DENSITY / Photons.energy(HERTZ) / T, within(1e-12));
  }

  @Test
  void withoutASignalThereIsNoKeyAndNoEstimate() {
    shine(0, DENSITY);
    Meter cv = Meters.create(METER, truth.bench(1));

    double[] s = cv.sample(10, 10);

    assertThat(FakeTruth.value(cv, s, "key-rate")).isZero();
    assertThat(FakeTruth.value(cv, s, "excess-noise")).isNaN();
  }

  @Test
  void aReceiverThatIsNoneIsRefused() {
    truth.element("bob", "power-monitor", Map.of());

    assertThatThrownBy(() -> Meters.create(METER, truth.bench(1)))
        .hasMessageContaining("bob is no coherent receiver");
  }
}

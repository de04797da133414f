package org.optihal.node.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optihal.hal.bench.Element;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;
import org.optihal.physics.light.Photons;

/** Power, spectrum, loss and noise of light that is known. */
final class LightMetersTest {
  private final FakeTruth truth = new FakeTruth();

  @BeforeEach
  void shine() {
    truth.entering.put(
        "bob/in",
        new Light(
            List.of(
                FakeTruth.line("alice", 193.1e12, 1e-6, 0.1),
                FakeTruth.line("comb#0", 195e12, 3e-3, 0.2),
                FakeTruth.line("comb#1", 195.1e12, 1e-3, 0.4),
                new Light.Line("comb#2", 193.15e12, 0, 1e-9, 2e-9, 1e-9, 0, 0)),
            new double[] {192e12, 193e12, 194e12, 196e12},
            Map.of(
                Cause.RAMAN_CO, new double[] {1e-18, 2e-18, 0},
                Cause.AMPLIFIED_EMISSION, new double[] {0, 1e-18, 0})));
  }

  private Meter meter(String kind, String... keysAndValues) {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      parameters.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return Meters.create(new Element("m", kind, parameters), truth.bench(1));
  }

  @Test
  void powerIsThatOfAllLightOrOfABand() {
    assertThat(meter("power", "at", "bob/in").sample(0, 1)[0])
        .isCloseTo(10 * StrictMath.log10(4.005003), within(1e-6));
    assertThat(meter("power", "at", "bob/in", "band", "x 194.9..195.05 THz").sample(0, 1)[0])
        .isCloseTo(10 * StrictMath.log10(3), within(1e-6));
    assertThat(meter("power", "at", "dark/in").sample(0, 1)[0]).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void lossOfACombIsThatOfItsPower() {
    // 3 mW of 15 mW and 1 mW of 2.5 mW came, and 1 nW of 1 W.
    double[] s = meter("loss", "at", "bob/in", "source", "comb").sample(0, 1);
    assertThat(s[0]).isCloseTo(10 * StrictMath.log10(1.0175 / 4.000001e-3), within(1e-6));

    assertThat(meter("loss", "at", "bob/in", "source", "alice").sample(0, 1)[0])
        .isCloseTo(10, within(1e-9));
    assertThat(meter("loss", "at", "bob/in", "source", "nobody").sample(0, 1)[0]).isInfinite();
  }

  @Test
  void noisePhotonsAreCountedInTheirBandByCause() {
    Meter noise = meter("noise", "at", "bob/in", "band", "q 192.9..193.2 THz", "signal", "alice");

    double[] s = noise.sample(0, 1);

    double raman =
        1e-18 * 0.1e12 / Photons.energy(192.95e12) + 2e-18 * 0.2e12 / Photons.energy(193.1e12);
    assertThat(FakeTruth.value(noise, s, "noise-raman-co")).isCloseTo(raman, within(1e-6 * raman));
    assertThat(FakeTruth.value(noise, s, "noise-amplified-emission"))
        .isCloseTo(1e-18 * 0.2e12 / Photons.energy(193.1e12), within(1.0));
    assertThat(FakeTruth.value(noise, s, "noise-leakage"))
        .isCloseTo(1e-9 / Photons.energy(193.15e12), within(1.0));
    assertThat(FakeTruth.value(noise, s, "noise-crosstalk"))
        .isCloseTo(2e-9 / Photons.energy(193.15e12), within(1.0));
    assertThat(FakeTruth.value(noise, s, "total"))
        .isCloseTo(Arrays.stream(s).sum() / 2, within(1.0));
  }

  @Test
  void aSpectrumHoldsAllPowerOnce() {
    Spectrum s = meter("spectrum", "at", "bob/in").spectrum().orElseThrow();

    assertThat(Arrays.stream(s.watts()).sum())
        .isCloseTo(truth.entering("bob/in").watts(), within(1e-12));
    assertThat(Arrays.stream(s.noise()).sum()).isCloseTo(4e-6, within(1e-12));
    assertThat(s.hertz()[1] - s.hertz()[0]).isCloseTo(50e9, within(1.0));
  }

  @Test
  void aSpectrumOfTooManySlotsIsRefused() {
    Meter spectrum = meter("spectrum", "at", "bob/in", "resolution", "1 MHz");

    assertThatThrownBy(spectrum::spectrum).hasMessageContaining("slots");
  }

  @Test
  void theDarkHasNoSpectrum() {
    assertThat(meter("spectrum", "at", "dark/in").spectrum()).isEmpty();
  }
}

package org.optihal.node.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optihal.hal.bench.Element;
import org.optihal.physics.keyrate.HongOuMandel;
import org.optihal.physics.keyrate.MeasurementDeviceIndependent;
import org.optihal.physics.keyrate.PostProcessing;
import org.optihal.physics.light.Photons;

/** Arms of 20 % and 10 % to two detectors of 50 %, at 100 MHz. */
final class MdiMeterTest {
  private static final double HERTZ = 193.4e12;
  private static final double RATE = 100e6;
  private static final double MEAN = 0.4;

  private final FakeTruth truth = new FakeTruth();

  private static final Element METER =
      new Element(
          "mdi",
          "mdi",
          Map.of(
              "sources", "alice, bob",
              "detectors", "d0, d1",
              "rate", "100 MHz",
              "mean-photon-number", "0.4"));

  private void shine() {
    double alice = MEAN * 0.2 / 2 * RATE;
    double bob = MEAN * 0.1 / 2 * RATE;
    for (String d : new String[] {"d0", "d1"}) {
      truth.entering.put(
          d + "/in",
          FakeTruth.light(
              FakeTruth.line("alice", HERTZ, alice * Photons.energy(HERTZ), 0.1),
              FakeTruth.line("bob", HERTZ, bob * Photons.energy(HERTZ), 0.05)));
      truth.detections.put(
          d,
          FakeTruth.detection(
              new HashMap<>(Map.of("alice", alice, "bob", bob)), Map.of(), 0.5, 1000));
    }
  }

  @Test
  void gainAndKeyAreThoseOfTheStation() {
    shine();
    Meter mdi = Meters.create(METER, truth.bench(1));

    double[] s = mdi.sample(100, 100);

    double background = -StrictMath.expm1(-1000 / RATE);
    MeasurementDeviceIndependent station =
        new MeasurementDeviceIndependent(0.1, 0.05, background, 0.01, 0.98);
    double gain = station.rectilinear(MEAN, MEAN).gain();
    // One standard deviation of a million counts is a thousandth.
    assertThat(FakeTruth.value(mdi, s, "gain")).isCloseTo(gain, within(5e-3 * gain));
    double key =
        RATE * station.infiniteDecoy(MEAN, MEAN, new PostProcessing(0.25, 1.16)).keyRatePerPulse();
    assertThat(key).isGreaterThan(100);
    assertThat(FakeTruth.value(mdi, s, "key-rate")).isCloseTo(key, within(0.02 * key));
    assertThat(FakeTruth.value(mdi, s, "hom-visibility"))
        .isCloseTo(HongOuMandel.measuredVisibility(0.04, 0.02, 0.98, background), within(1e-9));
    assertThat(FakeTruth.value(mdi, s, "transmittance-second-db")).isCloseTo(-10, within(1e-9));
    assertThat(FakeTruth.value(mdi, s, "noise-dark")).isCloseTo(2000, within(1e-9));
  }

  @Test
  void itTakesTwoTransmitters() {
    shine();
    Element alone = METER.with("sources", "alice");

    assertThatThrownBy(() -> Meters.create(alone, truth.bench(1)))
        .hasMessageContaining("two sources");
  }
}

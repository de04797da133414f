package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.optihal.emulators.light.FieldFixture;

/** Monitors and receivers see all light, and bear only so much of it. */
class DetectorPartsTest {
  private static final String NOISE = "light ase-source low=193.0THz high=193.2THz power=100mW";

  private static DetectorPart part(FieldFixture bench, String id) {
    return (DetectorPart) bench.field().part(id);
  }

  @Test
  void noiseDamagesACoherentReceiver() {
    String receiver = "rx coherent-receiver efficiency=60% max-input=15dBm";
    FieldFixture signal = FieldFixture.of(NOISE, receiver).wire("light/out -> rx/in");
    assertThat(part(signal, "rx").damage()).isPresent();
    assertThat(part(FieldFixture.of(receiver), "rx").damage()).isEmpty();
  }

  @Test
  void itsLocalOscillatorDamagesACoherentReceiverToo() {
    FieldFixture bench =
        FieldFixture.of(
                "light cw-source frequency=193.1THz power=16dBm",
                "rx coherent-receiver efficiency=60% max-input=15dBm")
            .wire("light/out -> rx/lo");
    assertThat(part(bench, "rx").damage()).hasValueSatisfying(d -> assertThat(d).contains("16.0"));
  }

  @Test
  void aDarkLocalOscillatorDrownsAllInElectronicNoise() {
    for (String noise : new String[] {"0", "0.05"}) {
      FieldFixture bench =
          FieldFixture.of(
                  "light ase-source low=193.0THz high=193.2THz power=1mW",
                  "rx coherent-receiver efficiency=60% electronic-noise=" + noise)
              .wire("light/out -> rx/lo");
      assertThat(bench.state("rx")).containsEntry("electronic-noise-snu", "Infinity");
    }
  }

  @Test
  void aChannelMonitorShowsNoMoreThanItsBand() {
    FieldFixture bench =
        FieldFixture.of(
                "light cw-source frequency=182THz power=30dBm linewidth=10THz",
                "ocm channel-monitor resolution=100GHz floor=-100dBm")
            .wire("light/out -> ocm/in");
    assertThat(bench.state("ocm")).hasSizeBetween(50, 56);
    assertThat(Double.parseDouble(bench.state("ocm").getOrDefault("185000-ghz-w", "0")))
        .isCloseTo(0.01, Percentage.withPercentage(1));
  }
}

package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.optihal.emulators.light.FieldFixture;
import org.optihal.hal.error.HalException;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Detection;
import org.optihal.physics.photon.BrightLight;

/** What a detector makes of the light it gets. */
class SinglePhotonPartTest {
  private static final String FREE = "spad spad efficiency=20% dark-rate=1000cps dead-time=10us";

  private static Detection detection(FieldFixture bench) {
    return ((SinglePhotonPart) bench.field().part("spad")).detection();
  }

  private static FieldFixture lit(String detector, String source) {
    return FieldFixture.of(source, detector).wire("light/out -> spad/in");
  }

  /** One million photons a second at 193.1 THz. */
  private static final String MEGA =
      "light pulsed-source frequency=193.1THz rate=1GHz mean-photon-number=0.001";

  @Test
  void countsSaturateWithTheDeadTime() {
    Detection seen = detection(lit(FREE, MEGA));
    assertThat(seen.signal().get("light")).isCloseTo(1e6, within(1.0));
    // 66777 a second at full bias, less what their own current takes of it.
    assertThat(seen.countRate())
        .isCloseTo(
            BrightLight.TYPICAL.countRate(201_000, 10e-6, 1.28e-13),
            Percentage.withPercentage(1e-6))
        .isCloseTo(66_777.4, Percentage.withPercentage(0.03));
    assertThat(seen.liveShare()).isCloseTo(1 / 3.01, within(1e-3));
    assertThat(seen.arriving().values()).containsOnly(0.0);
  }

  @Test
  void inTheDarkItCountsItsDarkRate() {
    FieldFixture bench = FieldFixture.of(FREE);
    assertThat(detection(bench).countRate()).isCloseTo(1000 / 1.01, within(0.1));
  }

  @Test
  void gatesShutOutLightBetweenThem() {
    String gated = FREE.replace("10us", "100ns") + " gate-rate=1GHz gate-width=200ps";
    Detection pulses = detection(lit(gated, MEGA));
    Detection always =
        detection(lit(gated, "light ase-source low=193.0THz high=193.2THz power=1.28e-13W"));
    double inTheGates = always.arriving().getOrDefault(Cause.AMPLIFIED_EMISSION, 0.0);
    assertThat(inTheGates).isCloseTo(1e6, Percentage.withPercentage(1));
    double dark = 1000 * 0.2;
    assertThat(always.countRate() - dark)
        .isCloseTo(0.2 * (pulses.countRate() - dark), Percentage.withPercentage(3));
    assertThat(pulses.gateRate()).isEqualTo(1e9);
  }

  @Test
  void afterPulsesAddCounts() {
    double without = detection(FieldFixture.of(FREE)).countRate();
    double with =
        detection(FieldFixture.of(FREE + " after-pulsing=20% trap-lifetime=10us")).countRate();
    // 0.2 exp(-1) of all counts are followed by another.
    assertThat(with / without)
        .isCloseTo(1 / (1 - 0.2 * StrictMath.exp(-1)), Percentage.withPercentage(0.2));
  }

  @Test
  void aBandOfTrapsHoldsLongerThanOne() {
    String traps = FREE + " after-pulsing=20% trap-lifetime=2us";
    double one = detection(FieldFixture.of(traps)).countRate();
    double band = detection(FieldFixture.of(traps + " longest-trap-lifetime=50us")).countRate();
    assertThat(band).isGreaterThan(one);
  }

  @Test
  void countsShineBackIntoTheLine() {
    FieldFixture bench = lit(FREE + " backflash=1%", MEGA);
    bench.at(Duration.ofMillis(1)).at(Duration.ofMillis(2));
    double watts = bench.leaving("spad/in").noise(Cause.BACKFLASH);
    double photons = watts / (6.62607015e-34 * 193.5e12);
    assertThat(photons).isCloseTo(667.8, Percentage.withPercentage(1));
    assertThat(lit(FREE, MEGA).leaving("spad/in").watts()).isZero();
  }

  @Test
  void strongLightBlindsAndTheMonitorCurrentTells() {
    String robust = FREE + " blinding=-30dBm max-input=20dBm";
    FieldFixture bench = lit(robust, "light cw-source frequency=193.1THz power=-20dBm");
    bench.at(Duration.ofSeconds(1));
    Detection seen = detection(bench);
    assertThat(seen.blinded()).isTrue();
    assertThat(seen.countRate()).isZero();
    assertThat(seen.photocurrent()).isGreaterThan(1e-4);
    assertThat(seen.damaged()).isFalse();

    bench.replace("light cw-source frequency=193.1THz power=-120dBm");
    bench.at(Duration.ofSeconds(2));
    assertThat(detection(bench).blinded()).isFalse();
  }

  @Test
  void damageNeverHeals() {
    FieldFixture bench =
        lit(FREE + " max-input=-10dBm", "light cw-source frequency=193.1THz power=0dBm");
    DetectorPart part = (DetectorPart) bench.field().part("spad");
    assertThat(part.damage())
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .contains("spad spad (bench:2)")
                    .contains("0.0 dBm")
                    .contains("stands -10.0 dBm"));
    bench.replace("light cw-source frequency=193.1THz power=-120dBm");
    bench.at(Duration.ofHours(1));
    assertThat(part.damage()).isPresent();
    assertThat(detection(bench).damaged()).isTrue();
    assertThat(detection(bench).efficiency()).isZero();
  }

  private static final String GATED = FREE + " gate-rate=1GHz gate-width=200ps";

  /** What the physics module holds against a simulation. */
  @Test
  void closedGatesLoseAfterPulses() {
    String gated = GATED.replace("10us", "10ns");
    double without = detection(lit(gated, MEGA)).countRate();
    Detection with = detection(lit(gated + " after-pulsing=6% trap-lifetime=50ns", MEGA));
    assertThat(with.afterPulsing()).isCloseTo(0.0097, within(2e-4));
    assertThat(with.countRate() / without).isCloseTo(1.0098, within(3e-4));
  }

  @Test
  void strongLightDrownsAfterPulses() {
    String trapping = FREE + " after-pulsing=20% trap-lifetime=5us";
    double without = detection(lit(FREE, MEGA)).countRate();
    Detection seen = detection(lit(trapping, MEGA));
    // A simulation counts 67085 +- 14 a second.
    assertThat(seen.countRate()).isCloseTo(67_085, within(50.0));
    assertThat(seen.countRate()).isGreaterThan(without);
    assertThat(seen.afterPulsing()).isLessThan(detection(FieldFixture.of(trapping)).afterPulsing());
  }

  @Test
  void aHoldOffShorterThanAGatePeriodBlanksNoGate() {
    String light = MEGA.replace("1GHz", "1MHz").replace("0.001", "1");
    String gated = FREE + " gate-rate=1MHz gate-width=1000ps";
    Detection none = detection(lit(gated.replace("10us", "600ns"), light));
    assertThat(none.liveShare()).isEqualTo(1);
    assertThat(none.countRate()).isCloseTo(181_270, within(400.0));
    assertThat(detection(lit(gated.replace("10us", "1us"), light)).liveShare())
        .isCloseTo(1 / 1.18127, within(1e-3));
  }

  @Test
  void pulsesThatFindNoGateAreLost() {
    String gated = GATED.replace("10us", "0s").replace("1000cps", "0cps");
    double all = detection(lit(gated, MEGA)).countRate();
    assertThat(all).isCloseTo(2e5, Percentage.withPercentage(0.3));
    String twice = MEGA.replace("1GHz", "2GHz").replace("0.001", "0.0005");
    assertThat(detection(lit(gated, twice)).countRate())
        .isCloseTo(all / 2, Percentage.withPercentage(0.3));
    String outOfStep = MEGA.replace("1GHz", "0.9GHz");
    assertThat(detection(lit(gated, outOfStep)).countRate())
        .isCloseTo(0.2 * 0.9 * all, Percentage.withPercentage(0.3));
  }

  @Test
  void rarePulsesSaturateTheirGates() {
    String gated = GATED.replace("10us", "0s").replace("1000cps", "0cps");
    String rare = MEGA.replace("1GHz", "10MHz").replace("0.001", "5");
    Detection seen = detection(lit(gated, rare));
    assertThat(seen.countRate())
        .isCloseTo(
            1e7 * -StrictMath.expm1(-5 * seen.efficiency()), Percentage.withPercentage(1e-6));
    assertThat(seen.efficiency()).isBetween(0.18, 0.2);
  }

  @Test
  void lookingOftenChangesNothing() {
    String heavy = FREE.replace("10us", "10ns") + " max-input=20dBm";
    String light = "light cw-source frequency=193.1THz power=-60dBm";
    FieldFixture bench = lit(heavy, light);
    Detection first = detection(bench);
    for (int i = 1; i < 20; i++) {
      bench.at(Duration.ofMillis(i)).entering("spad/in");
      bench.replace(light);
      bench.at(Duration.ofMillis(i));
      assertThat(detection(bench).countRate()).isEqualTo(first.countRate());
      assertThat(detection(bench).photocurrent()).isEqualTo(first.photocurrent());
    }
    double bias = 1 - (first.photocurrent() / 1e-4);
    assertThat(first.efficiency()).isCloseTo(0.2 * bias, within(1e-9));
    double events =
        first.efficiency() * first.signal().getOrDefault("light", 0.0) + first.darkRate();
    assertThat(first.countRate())
        .isCloseTo(events / (1 + events * 10e-9), Percentage.withPercentage(1e-6));
    assertThat(bias).isLessThan(0.6);
  }

  @Test
  void newLightDoesNotRuleThePast() {
    String robust = FREE + " blinding=-30dBm max-input=20dBm";
    FieldFixture bench = lit(robust, "light cw-source frequency=193.1THz power=-20dBm");
    bench.at(Duration.ofSeconds(1));
    bench.field().replace("light", dark());
    bench.at(Duration.ofSeconds(2));
    // Nobody saw the light go: up to now it was there.
    assertThat(detection(bench).blinded()).isTrue();
    assertThat(detection(bench).photocurrent()).isLessThan(1e-6);
    bench.field().replace("light", dark());
    bench.at(Duration.ofSeconds(3));
    assertThat(detection(bench).blinded()).isFalse();
  }

  private static ElementPart dark() {
    return ElementParts.create(
        FieldFixture.element("light cw-source frequency=193.1THz power=-120dBm", "bench:1"),
        new SplittableRandom(1));
  }

  @Test
  void damageOutlastsAChangeOfParameters() {
    FieldFixture bench =
        lit(FREE + " max-input=-10dBm", "light cw-source frequency=193.1THz power=0dBm");
    SinglePhotonPart old = (SinglePhotonPart) bench.field().part("spad");
    SinglePhotonPart part =
        (SinglePhotonPart)
            ElementParts.create(
                FieldFixture.element(FREE + " max-input=20dBm", "bench:2"),
                new SplittableRandom(1));
    part.inherit(old);
    assertThat(part.damage()).isEqualTo(old.damage()).isPresent();
    assertThat(part.detection().damaged()).isTrue();
    bench.field().replace("spad", part);
    bench.field().replace("light", dark());
    bench.at(Duration.ofSeconds(2));
    assertThat(detection(bench).damaged()).isTrue();
    assertThat(detection(bench).efficiency()).isZero();
    assertThat(part.damage()).isPresent();
  }

  @Test
  void aNanowireCountsFaster() {
    Detection seen =
        detection(lit("spad snspd efficiency=80% dark-rate=100cps dead-time=50ns", MEGA));
    assertThat(seen.countRate()).isCloseTo(800_100 / (1 + 0.040005), within(1.0));
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> FieldFixture.of("spad spad efficiency=120% dark-rate=1cps").field())
        .isInstanceOf(HalException.class)
        .hasMessageContaining("spad spad (bench:1)")
        .hasMessageContaining("efficiency");
    assertThatThrownBy(() -> FieldFixture.of(FREE + " gate-rate=1GHz gate-width=2000ps").field())
        .isInstanceOf(HalException.class)
        .hasMessageContaining("width");
    assertThatThrownBy(() -> FieldFixture.of(FREE + " recovery=1ms").field())
        .isInstanceOf(HalException.class)
        .hasMessageContaining("recovery");
  }
}

package org.optihal.emulators.light.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.light.FieldFixture;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Light;
import org.optihal.physics.fibre.FourWaveMixing;
import org.optihal.physics.fibre.MultiCore;
import org.optihal.physics.fibre.Propagation;
import org.optihal.physics.fibre.SpontaneousRaman;

/** What light meets on its way through glass. */
class FibrePartTest {
  private static final String PUMP = "pump cw-source frequency=193.1THz power=0dBm linewidth=0Hz";
  private static final double PUMP_HERTZ = 193.1e12;

  /** A slot of 100 GHz, 1 THz below the pump. */
  private static final double LOW = 192.05e12;

  private static final double HIGH = 192.15e12;

  private static FieldFixture span(String length, String more) {
    return FieldFixture.of(
            PUMP,
            "span fibre length=" + length + " attenuation=0.2dB/km temperature=300K " + more,
            "watch filter center=192.1THz width=100GHz isolation=0dB")
        .wire("pump/out -> span -> watch/in");
  }

  @Test
  void lossIsThatOfLengthAndConnectors() {
    assertThat(span("25 km", "loss=1dB").lossDb("span/b", "pump"))
        .isCloseTo(25 * 0.2 + 1, within(0.02)); // 0.2 dB/km at 1550 nm, a little more at 1552 nm
  }

  @Test
  void lightTakesFiveMicrosecondsPerKilometer() {
    Light.Line line = span("10 km", "").leaving("span/b").line("pump").orElseThrow();
    assertThat(line.delayPicos()).isCloseTo(48.97e6, within(0.01e6));
  }

  /** The field's bins and bookkeeping against the closed form of one channel. */
  @ParameterizedTest
  @CsvSource({"1 km", "10 km", "25 km", "80 km"})
  void ramanNoiseIsThatOfTheFormula(String length) {
    double km = Double.parseDouble(length.replace(" km", ""));
    FieldFixture bench = span(length, "");
    double pumpLoss = bench.lossDb("span/b", "pump") / km;
    SpontaneousRaman raman = SpontaneousRaman.smf28();
    double quantum = (LOW + HIGH) / 2;
    double co =
        raman.spectralDensity(
            1e-3, PUMP_HERTZ, quantum, Propagation.CO.effectiveLengthKm(pumpLoss, pumpLoss, km));
    double counter =
        raman.spectralDensity(
            1e-3,
            PUMP_HERTZ,
            quantum,
            Propagation.COUNTER.effectiveLengthKm(pumpLoss, pumpLoss, km));
    // The two wavelengths differ by 0.3 % in loss.
    Percentage tolerance = Percentage.withPercentage(1);
    assertThat(bench.leaving("span/b").noise(Cause.RAMAN_CO, LOW, HIGH))
        .isCloseTo(co * (HIGH - LOW), tolerance);
    assertThat(bench.leaving("span/a").noise(Cause.RAMAN_COUNTER, LOW, HIGH))
        .isCloseTo(counter * (HIGH - LOW), tolerance);
    assertThat(bench.leaving("span/b").noise(Cause.RAMAN_COUNTER)).isZero();
  }

  @Test
  void connectorsTakeHalfOfTheirLossFromThePumpAndHalfFromTheNoise() {
    double without = span("20 km", "").leaving("span/b").noise(Cause.RAMAN_CO, LOW, HIGH);
    double with = span("20 km", "loss=3dB").leaving("span/b").noise(Cause.RAMAN_CO, LOW, HIGH);
    assertThat(10 * StrictMath.log10(without / with)).isCloseTo(3, within(1e-9));
  }

  @Test
  void ramanScalesWithTheScenariosFactor() {
    double one = span("20 km", "raman=1").leaving("span/b").noise(Cause.RAMAN_CO);
    double half = span("20 km", "raman=0.5").leaving("span/b").noise(Cause.RAMAN_CO);
    assertThat(half).isCloseTo(one / 2, Percentage.withPercentage(1e-9));
  }

  /** Two channels 100 GHz apart mix onto a third slot, V9 of the published formula's kind. */
  @Test
  void fourWaveMixingFallsWhereTheFormulaSays() {
    FieldFixture bench =
        FieldFixture.of(
                "near cw-source frequency=193.5THz power=0dBm linewidth=0Hz",
                "far cw-source frequency=193.4THz power=0dBm linewidth=0Hz",
                "join coupler ratio=50%",
                "span fibre length=25km attenuation=0.2dB/km dispersion=17ps/nm/km slope=0.06",
                "watch filter center=193.6THz width=50GHz")
            .wire("near/out -> join/in")
            .wire("far/out -> join/in2")
            .wire("join/through -> span -> watch/in");
    double loss = bench.lossDb("span/b", "near") - bench.lossDb("join/through", "near");
    FourWaveMixing glass =
        new FourWaveMixing(1.3, 17 + 0.06 * (299792.458 / 193.5 - 1550), 0, loss / 25, 25);
    double each = 0.5e-3;
    double expected = glass.power(193.5e12, 193.5e12, 193.4e12, each, each, each);
    assertThat(bench.leaving("span/b").noise(Cause.FOUR_WAVE_MIXING, 193.575e12, 193.625e12))
        .isCloseTo(expected, Percentage.withPercentage(0.5));
    assertThat(bench.leaving("span/a").noise(Cause.FOUR_WAVE_MIXING)).isZero();
  }

  @Test
  void channelsThatMixMoreThanTheModelHoldsAreRefused() {
    assertThatThrownBy(
            () ->
                FieldFixture.of(
                        "near cw-source frequency=193.50THz power=23dBm",
                        "far cw-source frequency=193.49THz power=23dBm",
                        "join coupler ratio=50%",
                        "span fibre length=25km",
                        "watch filter center=193.51THz width=10GHz")
                    .wire("near/out -> join/in")
                    .wire("far/out -> join/in2")
                    .wire("join/through -> span -> watch/in")
                    .field())
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.OUT_OF_RANGE))
        .hasMessageContaining("fibre span (bench:4)")
        .hasMessageContaining("less power");
  }

  @Test
  void polarizationWandersOverHoursAndTheSameForTheSameSeed() {
    FieldFixture first = span("25 km", "polarization-drift=0.3rad");
    FieldFixture second = span("25 km", "polarization-drift=0.3rad");
    double before = angle(first);
    first.at(Duration.ofHours(1));
    second.field();
    second.at(Duration.ofHours(1));
    assertThat(before).isZero();
    assertThat(angle(first)).isPositive().isEqualTo(angle(second));
  }

  private static double angle(FieldFixture bench) {
    return bench.leaving("span/b").line("pump").orElseThrow().misrotation();
  }

  @Test
  void aWavelengthOutsideTheModelIsRefusedWithTheElementAndItsPlace() {
    assertThatThrownBy(
            () ->
                FieldFixture.of("red cw-source frequency=850nm power=0dBm", "span fibre length=1km")
                    .wire("red/out -> span/a")
                    .field())
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.OUT_OF_RANGE))
        .hasMessageContaining("fibre span (bench:2)")
        .hasMessageContaining("850.000 nm")
        .hasMessageContaining("1260.000 to 1650.000 nm");
  }

  @ParameterizedTest
  @CsvSource({
    "length=-1km,length",
    "length=1km loss=-1dB,loss",
    "length=1km attenuation=-0.2dB/km,attenuation",
    "length=1km attenuation=0dB/km,attenuation",
    "length=1km polarization-drift=-1rad,polarization-drift",
    "length=1km raman=-1,kappa",
    "length=1km temperature=-300°C,temperature"
  })
  void nonsenseIsRefused(String parameters, String named) {
    assertThatThrownBy(() -> FieldFixture.of("span fibre " + parameters).field())
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessageContaining("fibre span (bench:1)")
        .hasMessageContaining(named);
  }

  // ---- several cores

  private static final String CORES =
      "mcf multi-core-fibre length=25.2km attenuation=0.2dB/km temperature=300K";

  @Test
  void aNeighborGetsWhatTheCouplingSays() {
    FieldFixture bench = FieldFixture.of(PUMP, CORES).wire("pump/out -> mcf/a1");
    double crosstalk = new MultiCore(1e-6).crosstalk(25.2);
    double through = bench.watts("mcf/b1", "pump");
    Offset<Double> small = within(1e-4);
    assertThat(bench.astray("mcf/b2", "pump") / through).isCloseTo(crosstalk, small);
    assertThat(10 * StrictMath.log10(bench.astray("mcf/b3", "pump") / through))
        .isCloseTo(10 * StrictMath.log10(new MultiCore(1e-7).crosstalk(25.2)), within(0.01));
    assertThat(bench.leaving("mcf/a2").watts()).isLessThan(1e-12);
  }

  @Test
  void coresShareNoLightThatWasNotThere() {
    FieldFixture bench =
        FieldFixture.of(PUMP, CORES + " neighbor-crosstalk=-25dB/km").wire("pump/out -> mcf/a1");
    double all = bench.watts("mcf/b1", "pump");
    for (int core = 2; core <= 4; core++) {
      all += bench.astray("mcf/b" + core, "pump");
    }
    double single = span("25.2 km", "").watts("span/b", "pump");
    assertThat(all).isCloseTo(single, Percentage.withPercentage(1e-9));
  }

  @Test
  void ramanNoiseComesFromOtherCoresInBothDirections() {
    FieldFixture bench = FieldFixture.of(PUMP, CORES).wire("pump/out -> mcf/a1");
    double loss = bench.lossDb("mcf/b1", "pump") / 25.2;
    SpontaneousRaman raman = SpontaneousRaman.smf28();
    for (Propagation direction : Propagation.values()) {
      double length = new MultiCore(1e-6).effectiveLengthKm(direction, loss, loss, 25.2);
      double density = raman.spectralDensity(1e-3, PUMP_HERTZ, 192.1e12, length);
      String port = direction == Propagation.CO ? "mcf/b2" : "mcf/a2";
      assertThat(bench.leaving(port).noise(Cause.RAMAN_INTER_CORE, LOW, HIGH))
          .isCloseTo(density * (HIGH - LOW), Percentage.withPercentage(1.5));
    }
  }

  @Test
  void coresThatAreOneAreRefused() {
    assertThatThrownBy(() -> FieldFixture.of(CORES + " neighbor-crosstalk=-10dB/km").field())
        .isInstanceOf(HalException.class)
        .hasMessageContaining("neighbor-crosstalk");
  }
}

package org.optihal.hal.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;

class UnitTextTest {
  @ParameterizedTest
  @CsvSource({
    "193.1 THz, 193100000000000",
    "193.1THz, 193100000000000",
    "193414.5 GHz, 193414500000000",
    "+193.1 THz, 193100000000000",
    "1931e-1 THz, 193100000000000",
    "1.931E2 THz, 193100000000000",
    ".5 Hz, 0",
    "1.5 Hz, 2",
    "2.5 Hz, 2",
    "0.000001 MHz, 1",
    "193.123456789012 THz, 193123456789012",
    "'  193.1   THz  ', 193100000000000",
    "'193.1\u00a0THz', 193100000000000",
  })
  void frequenciesAreReadToTheHertz(String text, long hertz) {
    if (hertz == 0) {
      assertThatThrownBy(() -> UnitText.frequency(text)).hasMessageContaining("positive");
    } else {
      assertThat(UnitText.frequency(text).hertz()).isEqualTo(hertz);
    }
  }

  /** c / wavelength by exact rational arithmetic, rounded half-even. */
  @ParameterizedTest
  @CsvSource({
    "1550.12 nm, 193399516166490",
    "1550 nm, 193414489032258",
    "1.55 um, 193414489032258",
    "1.55 µm, 193414489032258",
    "1.55 μm, 193414489032258",
    "1552.52438115 nm, 193099999999958",
    "299792458 nm, 1000000000",
  })
  void wavelengthsAreVacuumWavelengths(String text, long hertz) {
    assertThat(UnitText.frequency(text).hertz()).isEqualTo(hertz);
  }

  @Test
  void wavelengthsAreRoundedOnce() {
    // 3.4996 Hz: rounded to a thousandth first it would be 3.500, and then 4
    assertThat(UnitText.frequency("85664778260372614 nm").hertz()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "-10 dBm, 1e-4",
    "−10 dBm, 1e-4",
    "0 dBm, 1e-3",
    "100 uW, 1e-4",
    "100 µW, 1e-4",
    "100 μW, 1e-4",
    "1 mW, 1e-3",
    "-3 nW, -3e-9",
    "2 fW, 2e-15",
    "0 W, 0",
  })
  void powersAreReadInWattsAndDbm(String text, double watts) {
    assertThat(UnitText.power(text).watts())
        .isCloseTo(watts, within(StrictMath.abs(watts) * 1e-12));
  }

  static Stream<Arguments> otherQuantities() {
    return Stream.of(
        one("3.5 dB", UnitText::decibel, new Decibel(3.5)),
        one("3.5 dB", UnitText::attenuation, new Attenuation(3.5)),
        one("25 C", UnitText::temperature, new Temperature(25)),
        one("25 °C", UnitText::temperature, new Temperature(25)),
        one("-5 degC", UnitText::temperature, new Temperature(-5)),
        one("298.15 K", UnitText::temperature, new Temperature(25)),
        one("-250 mV", UnitText::voltage, new Voltage(-0.25)),
        one("120 mA", UnitText::current, new Current(0.12)),
        one("5 uA", UnitText::current, new Current(5e-6)),
        one("1.2 kcps", UnitText::countRate, new CountRate(1200)),
        one("7 /s", UnitText::countRate, new CountRate(7)),
        one("0.5 rad", UnitText::phase, new Phase(0.5)),
        one("12.5 %", UnitText::ratio, new Ratio(0.125)),
        one("1.5 ns", UnitText::picos, new Picos(1500)),
        one("-3 ps", UnitText::picos, new Picos(-3)),
        one("250 ms", UnitText::duration, Duration.ofMillis(250)),
        one("3 us", UnitText::duration, Duration.ofNanos(3000)),
        one("2 h", UnitText::duration, Duration.ofHours(2)),
        one("25 km", UnitText::meters, 25_000.0),
        one("0.2 dB/km", UnitText::decibelsPerKilometer, 0.2),
        one("-60dB/km", UnitText::decibelsPerKilometer, -60.0),
        one("-17 ps/nm/km", UnitText::dispersion, -17.0),
        one("1.3e0 /W/km", UnitText::nonlinearity, 1.3),
        one("-12.5 GHz", UnitText::frequencyOffset, FrequencyOffset.ofMegahertz(-12_500)),
        one("−250 MHz", UnitText::frequencyOffset, FrequencyOffset.ofMegahertz(-250)));
  }

  private static Arguments one(String text, Function<String, ?> parser, Object value) {
    return Arguments.of(text, parser, value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void otherQuantities(String text, Function<String, ?> parser, Object value) {
    assertThat(parser.apply(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "193.1 | the unit is missing",
        "193,1 THz | decimal point, not a comma",
        "1.234,5 GHz | decimal point, not a comma",
        "193.1 thz | upper and lower case matter: THz",
        "193.1 THZ | upper and lower case matter: THz",
        "193.1 furlongs | unknown unit 'furlongs'",
        "193.1 dBm | unknown unit 'dBm'",
        "THz | does not start with a number",
        "'' | does not start with a number",
        "NaN THz | does not start with a number",
        "Infinity THz | does not start with a number",
        "0x10 THz | unknown unit",
        "١٩٣ THz | does not start with a number",
        "--1 THz | does not start with a number",
        "0 THz | a frequency is positive",
        "-193.1 THz | a frequency is positive",
        "0 nm | a wavelength is positive",
        "1e30 nm | a frequency is positive",
        "1e999 GHz | too large",
        "1e-999 nm | too large",
        "1e999999999 GHz | unknown unit",
        "99999999999999999999 THz | too large",
        "193.1 THz THz | unknown unit",
      })
  void wrongFrequenciesAreRefusedWithTheReasonAndAnExample(String text, String why) {
    assertThatThrownBy(() -> UnitText.frequency(text))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessageContaining(why)
        .hasMessageContaining("193.1 THz")
        .hasMessageContaining("nm µm");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-10 mdBm | mdBm is no unit",
        "-10 DBM | upper and lower case matter: dBm",
        "-10 dB | unknown unit 'dB'",
        "-10 | the unit is missing",
        "1000 dBm | no instrument is there",
        "-400 dBm | no instrument is there",
        "1e999 W | too large",
        "1 MW | upper and lower case matter: mW",
      })
  void wrongPowersAreRefusedWithTheReasonAndAnExample(String text, String why) {
    assertThatThrownBy(() -> UnitText.power(text))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessageContaining(why)
        .hasMessageContaining("units: dBm W mW");
  }

  @Test
  void textIsBounded() {
    String longest = "0".repeat(15) + "193.1 THz" + " ".repeat(40);
    assertThat(longest).hasSize(64);
    assertThat(UnitText.frequency(longest)).isEqualTo(UnitText.frequency("193.1 THz"));
    assertThatThrownBy(() -> UnitText.frequency(longest + " ")).hasMessageContaining("too long");
    assertThatThrownBy(() -> UnitText.frequency("9".repeat(10_000_000) + " Hz"))
        .hasMessageContaining("too long")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "193.1\u0000THz",
        "193.1 \u001b[31mTHz",
        "193.1\nTHz",
        "193.1\tTHz",
        "193.1 T\u009bHz",
        "193.1 TH\u202ez",
        "193.1\u2028THz",
      })
  void controlCharactersAreRefusedAndNotPrinted(String text) {
    assertThatThrownBy(() -> UnitText.frequency(text))
        .isInstanceOf(HalException.class)
        .satisfies(
            e ->
                assertThat(e.getMessage() + e)
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]"));
  }

  @Timeout(5)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999",
        "1e-999",
        "9.99999999999999999999e999",
        "1e999999999",
        "1e-999999999",
        "-1e999"
      })
  void hugeExponentsEndAtOnceEverywhere(String number) {
    for (Parser p : Parser.ALL) {
      try {
        assertThat(p.parser.apply(number + " " + p.unit)).isNotNull();
      } catch (HalException e) {
        assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION);
      }
    }
  }

  private record Parser(String unit, Function<String, ?> parser) {
    static final Parser[] ALL = {
      new Parser("GHz", UnitText::frequency),
      new Parser("nm", UnitText::frequency),
      new Parser("GHz", UnitText::frequencyOffset),
      new Parser("mW", UnitText::power),
      new Parser("dBm", UnitText::power),
      new Parser("dB", UnitText::decibel),
      new Parser("dB", UnitText::attenuation),
      new Parser("K", UnitText::temperature),
      new Parser("C", UnitText::temperature),
      new Parser("V", UnitText::voltage),
      new Parser("mA", UnitText::current),
      new Parser("kcps", UnitText::countRate),
      new Parser("deg", UnitText::phase),
      new Parser("%", UnitText::ratio),
      new Parser("d", UnitText::picos),
      new Parser("d", UnitText::duration),
      new Parser("km", UnitText::meters),
      new Parser("dB/km", UnitText::decibelsPerKilometer),
      new Parser("ps/nm/km", UnitText::dispersion),
      new Parser("/W/km", UnitText::nonlinearity),
    };
  }

  @Test
  void everyFrequencyComesBackAsItWas() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      long hertz = random.nextLong(1, Long.MAX_VALUE) >>> random.nextInt(63);
      Frequency f = new Frequency(Math.max(1, hertz));
      assertThat(UnitText.frequency(UnitText.format(f))).isEqualTo(f);
    }
    for (long hertz :
        new long[] {1, 999, 1000, 999_999_999_999L, 1_000_000_000_000L, Long.MAX_VALUE}) {
      Frequency f = new Frequency(hertz);
      assertThat(UnitText.frequency(UnitText.format(f))).isEqualTo(f);
    }
  }

  @Test
  void everyFrequencyOffsetComesBackAsItWas() {
    for (long hertz : new long[] {0, -1, 6_250_000_000L, -12_500_000_001L, Long.MIN_VALUE + 1}) {
      FrequencyOffset f = new FrequencyOffset(hertz);
      assertThat(UnitText.frequencyOffset(UnitText.format(f))).isEqualTo(f);
    }
  }

  @Test
  void formatsReadLikeADataSheetInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(new Frequency(193_414_500_000_000L)).hasToString("193.414500 THz");
      assertThat(new Frequency(193_414_500_000_001L)).hasToString("193.414500000001 THz");
      assertThat(new FrequencyOffset(-12_500_000_000L)).hasToString("-12.500 GHz");
      assertThat(OpticalPower.ofDbm(-10)).hasToString("-10.00 dBm");
      assertThat(OpticalPower.ofDbm(-0.001)).hasToString("0.00 dBm");
      assertThat(new OpticalPower(0)).hasToString("0 W");
      assertThat(new OpticalPower(-2.5e-9)).hasToString("-2.5 nW");
      assertThat(new Voltage(0.0125)).hasToString("12.5 mV");
      assertThat(UnitText.format(Duration.ofMillis(1500))).isEqualTo("1.5 s");
      assertThat(new Ratio(0.125)).hasToString("12.50 %");
    } finally {
      Locale.setDefault(before);
    }
  }
}

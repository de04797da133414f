package org.optihal.hal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.bench.ElementKind.Path;
import org.optihal.hal.bench.ElementTypes.Band;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.point.ValueType;

class ElementTypesTest {
  private static final long SEED = Long.getLong("seed", 20_260_302L);
  private static final List<ValueType<?>> ALL =
      List.of(
          ElementTypes.LENGTH,
          ElementTypes.LOSS_PER_LENGTH,
          ElementTypes.DISPERSION,
          ElementTypes.NONLINEARITY,
          ElementTypes.NUMBER,
          ElementTypes.NUMBERS,
          ElementTypes.BANDS,
          ElementTypes.PATHS,
          ElementTypes.PAIRS);

  private static <T> void readsBack(ValueType<T> type, String text, T value) {
    assertThat(type.parse(text)).isEqualTo(value);
    assertThat(type.parse(type.format(value))).isEqualTo(value);
  }

  @Test
  void numbersAreReadWithAllTheirDigits() {
    readsBack(ElementTypes.NUMBER, "1.16", 1.16);
    readsBack(ElementTypes.NUMBER, " -1e-9 ", -1e-9);
    readsBack(ElementTypes.NUMBER, "+3.", 3.0);
    readsBack(ElementTypes.NUMBERS, "0.9, 0.05,5e-2", List.of(0.9, 0.05, 0.05));
    readsBack(ElementTypes.LENGTH, "25 km", 25_000.0);
    readsBack(ElementTypes.LENGTH, "0 m", 0.0);
    readsBack(ElementTypes.LOSS_PER_LENGTH, "-60 dB/km", -60.0);
    readsBack(ElementTypes.DISPERSION, "16.7 ps/nm/km", 16.7);
    readsBack(ElementTypes.NONLINEARITY, "1.3 /W/km", 1.3);
    assertThat(ElementTypes.NUMBER.format(1e-9)).isEqualTo("0.000000001");
    assertThat(ElementTypes.NUMBER.format(1e-300)).isEqualTo("1.0E-300");
  }

  @Test
  void bandsAreReadInAnyUnitAndEitherWayRound() {
    readsBack(
        ElementTypes.BANDS,
        "drop 191.4..191.5 THz,express 196.1 .. 191.6THz",
        List.of(new Band("drop", 191.4e12, 191.5e12), new Band("express", 191.6e12, 196.1e12)));
    assertThat(ElementTypes.BANDS.parse("quantum 1550..1551 nm"))
        .containsExactly(new Band("quantum", 193_289_785_944_552.0, 193_414_489_032_258.0));
  }

  @Test
  void pairsKeepTheirOrder() {
    readsBack(ElementTypes.PATHS, "in1>out2, in2 > out1", paths("in1>out2", "in2>out1"));
    readsBack(ElementTypes.PATHS, " none ", List.of());
    Map<Path, Double> pairs = ElementTypes.PAIRS.parse("in9>out2 -45 dB, in2 > out1 -52.5 dB");
    assertThat(pairs)
        .containsExactly(
            Map.entry(new Path("in9", "out2"), -45.0), Map.entry(new Path("in2", "out1"), -52.5));
    assertThat(ElementTypes.PAIRS.format(pairs)).isEqualTo("in9>out2 -45 dB, in2>out1 -52.5 dB");
  }

  private static List<Path> paths(String... texts) {
    return List.of(texts).stream()
        .map(text -> new Path(text.split(">", 2)[0], text.split(">", 2)[1]))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1560..1561 nm            | '1560..1561 nm' is not a band
          Quantum 1560..1561 nm    | 'Quantum 1560..1561 nm' is not a band
          q 1560-1561 nm           | 'q 1560-1561 nm' is not a band
          q 1560..1561             | 'q 1560..1561' is not a band
          q 1560..1561 parsec      | 'q 1560..1561 parsec' is not a band
          q 1560..1561 dB          | '1560 dB' is not a frequency: unknown unit 'dB'
          q 0..1561 nm             | '0 nm' is not a frequency: a wavelength is positive
          q 1560..1560 nm          | the band 'q 1560..1560 nm' has no width
          q -1..1 nm               | 'q -1..1 nm' is not a band
          q NaN..1 nm              | 'q NaN..1 nm' is not a band
          q 1560..1561 nm,         | an item is missing in 'q 1560..1561 nm,'
          """)
  void aWrongBandIsExplained(String text, String message) {
    assertThatThrownBy(() -> ElementTypes.BANDS.parse(text))
        .isInstanceOf(HalException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          in1 -45 dB                        | 'in1' is not a pair of ports
          in1>out1                          | 'in1>out1' names no decibels
          in1>out1 45                       | '45' is not a ratio in decibels
          in1>out1 -4 dB, in1>out1 -5 dB    | the pair 'in1>out1' stands twice
          none                              | 'none' names no decibels
          """)
  void aWrongPairIsExplained(String text, String message) {
    assertThatThrownBy(() -> ElementTypes.PAIRS.parse(text))
        .isInstanceOfSatisfying(
            HalException.class,
            e ->
                assertThat(e.getMessage().replace("' ", "'").replace(" '", "'"))
                    .startsWith(message.replace("' ", "'").replace(" '", "'")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "NaN", "Infinity", "0x10", "1e400", "1d", "1,5", "--1", "1 %"})
  void whatIsNoNumberIsRefused(String text) {
    assertThatThrownBy(() -> ElementTypes.NUMBER.parse(text))
        .isInstanceOf(HalException.class)
        .hasMessageContaining("is not a number");
    assertThatThrownBy(() -> ElementTypes.LENGTH.parse("-1 km"))
        .hasMessage("'-1 km': a length is not negative");
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void hostileTextsAreRefusedSoonAndQuotedShort() {
    for (String piece :
        List.of("1", ".", "a", "a ", "a 1..", ">", "a>", ",", " ", "-", "1.", "é", "\0", "a 1 ")) {
      String text = "a " + piece.repeat(100_000 / piece.length()) + " x y";
      for (ValueType<?> type : ALL) {
        assertThatThrownBy(() -> type.parse(text))
            .as("%s of many '%s'", type.name(), piece)
            .isInstanceOfSatisfying(
                HalException.class,
                e -> {
                  assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION);
                  assertThat(e.getMessage().length()).isLessThan(300);
                });
      }
    }
  }

  @Test
  void aListHasABound() {
    assertThat(ElementTypes.NUMBERS.parse("1,".repeat(511) + "1")).hasSize(512);
    assertThatThrownBy(() -> ElementTypes.NUMBERS.parse("1,".repeat(512) + "1"))
        .hasMessage("more than 512 items");
  }

  @Test
  void damagedTextsGiveAValueOrAHalException() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> good =
        List.of("q 1560.2..1561 nm, d 1529..1560 nm", "in1>out2 -45 dB", "0.5, 0.1", "25 km");
    String spice = ",.>-+ \0é1eEnTHz%Nax";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(good.get(random.nextInt(good.size())));
      for (int d = random.nextInt(3); d >= 0 && text.length() > 0; d--) {
        text.setCharAt(random.nextInt(text.length()), spice.charAt(random.nextInt(spice.length())));
      }
      for (ValueType<?> type : ALL) {
        parse(type, text.toString());
      }
    }
  }

  private static <T> void parse(ValueType<T> type, String text) {
    T value;
    try {
      value = type.parse(text);
    } catch (HalException e) {
      assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION);
      return;
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + SEED + ", " + type.name() + " of '" + text + "'", e);
    }
    assertThat(type.parse(type.format(value)))
        .as("seed %d, %s of '%s'", SEED, type.name(), text)
        .satisfies(back -> assertThat(type.format(back)).isEqualTo(type.format(value)));
  }
}

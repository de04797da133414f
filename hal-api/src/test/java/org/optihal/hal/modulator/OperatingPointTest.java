package org.optihal.hal.modulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.modulator.OperatingPoint.At;
import org.optihal.hal.modulator.OperatingPoint.Manual;
import org.optihal.hal.modulator.OperatingPoint.Off;
import org.optihal.hal.modulator.OperatingPoint.Place;
import org.optihal.hal.modulator.OperatingPoint.PowerRatio;
import org.optihal.hal.point.Capability;
import org.optihal.hal.quantity.Voltage;

class OperatingPointTest {
  static List<OperatingPoint> every() {
    List<OperatingPoint> all = new ArrayList<>();
    all.add(new Off());
    for (Regulation r : Regulation.values()) {
      for (Place p : Place.values()) {
        all.add(new At(p, r));
      }
      for (Slope s : Slope.values()) {
        for (double ratio : new double[] {1, 2.5, 12.34, 100, 1e6}) {
          all.add(new PowerRatio(s, ratio, r));
        }
      }
    }
    for (double v : new double[] {-10, -0.001, 0, 2.5, 9.999}) {
      all.add(new Manual(new Voltage(v)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("every")
  void textComesBackAsTheSamePoint(OperatingPoint point) {
    String text = OperatingPoint.TYPE.format(point);
    assertThat(OperatingPoint.TYPE.parse(text)).isEqualTo(point);
    assertThat(OperatingPoint.TYPE.canonical(point)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "off, off",
    "' null  auto-dither ', null auto-dither",
    "quadrature-negative hold-ratio, quadrature-negative hold-ratio",
    "power-ratio positive 12.50:1 auto-dither, power-ratio positive 12.5:1 auto-dither",
    "manual -250 mV, manual -250 mV",
  })
  void peopleCanWriteIt(String text, String canonical) {
    assertThat(OperatingPoint.TYPE.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "on",
        "null",
        "off open",
        "manual 2.5",
        "manual",
        "null twice",
        "power-ratio positive 12.5 open",
        "power-ratio positive 0.5:1 open",
        "power-ratio positive -2:1 open",
        "power-ratio up 2:1 open",
        "peak open open"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> OperatingPoint.TYPE.parse(text)).isInstanceOf(HalException.class);
  }

  @Test
  void aRefusalNamesTheAcceptedFormsAndCarriesNoControlCharacter() {
    assertThatThrownBy(() -> OperatingPoint.TYPE.parse("ze\u001bro"))
        .hasMessageContaining("ze?ro")
        .hasMessageContaining("quadrature-positive")
        .hasMessageContaining("auto-dither");
    assertThatThrownBy(() -> OperatingPoint.TYPE.parse("x".repeat(100_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
  }

  @ParameterizedTest
  @CsvSource({
    "off, true",
    "null auto-dither, true",
    "null hold-ratio, false",
    "peak auto-dither, false",
    "power-ratio negative 2.5:1 auto-dither, true",
    "power-ratio negative 2.4:1 auto-dither, false",
    "power-ratio negative 101:1 auto-dither, false",
    "power-ratio negative 50:1 open, false",
    "manual -10 V, true",
    "manual 10.001 V, false",
  })
  void aControllerTakesWhatItsCapabilityNames(String text, boolean expected) {
    BiasCapability capability =
        new BiasCapability(
            Set.of(new At(Place.NULL, Regulation.AUTO_DITHER)),
            new BiasCapability.Ratios(2.5, 100, Set.of(Regulation.AUTO_DITHER)),
            Capability.range(
                new Voltage(-10), new Voltage(10), "1 mV", Capability.Origin.DATA_SHEET),
            BiasCapability.SlopeSeenAt.TAP);
    assertThat(allows(capability, text)).isEqualTo(expected);
  }

  @Test
  void aControllerWithoutRatiosAndVoltagesRefusesThem() {
    BiasCapability bare =
        new BiasCapability(Set.of(), null, null, BiasCapability.SlopeSeenAt.UNKNOWN);
    assertThat(allows(bare, "manual 0 V")).isFalse();
    assertThat(allows(bare, "power-ratio positive 2:1 open")).isFalse();
  }

  private static boolean allows(BiasCapability capability, String text) {
    try {
      capability.check(OperatingPoint.TYPE.parse(text));
      return true;
    } catch (HalException e) {
      assertThat(e.kind()).isEqualTo(Kind.OUT_OF_RANGE);
      return false;
    }
  }
}

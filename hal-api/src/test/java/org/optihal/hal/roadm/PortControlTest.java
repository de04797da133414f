package org.optihal.hal.roadm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.point.Capability;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.hal.quantity.OpticalPower;

class PortControlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "blocked",
        "attenuation 3.25 dB",
        "target-power -5.00 dBm track",
        "target-power -5.00 dBm converge-then-hold",
        "target-power 1.50 dBm damped"
      })
  void textComesBackAsWritten(String text) {
    assertThat(PortControl.TYPE.format(PortControl.TYPE.parse(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "99.9",
        "attenuation",
        "attenuation 3",
        "target-power -5 dBm",
        "target-power track",
        "target-power 0 W track",
        "target-power -5 dBm hunt",
        "blocked blocked"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> PortControl.TYPE.parse(text)).isInstanceOf(HalException.class);
  }

  @Test
  void aLongTextIsRefusedEvenWhenItStartsWell() {
    String text = "blocked" + " ".repeat(200);
    assertThatThrownBy(() -> PortControl.TYPE.parse(text)).hasMessageContaining("port control");
  }

  @ParameterizedTest
  @CsvSource({
    "blocked, true",
    "attenuation 0 dB, true",
    "attenuation 20 dB, true",
    "attenuation 20.1 dB, false",
    "target-power -5 dBm converge-then-hold, true",
    "target-power -5 dBm track, false",
    "target-power 30 dBm converge-then-hold, false",
  })
  void aPortTakesWhatItsCapabilityNames(String text, boolean expected) {
    PortControlCapability port =
        new PortControlCapability(
            true,
            Capability.range(
                new Attenuation(0), new Attenuation(20), "", Capability.Origin.DATA_SHEET),
            Capability.range(
                OpticalPower.ofDbm(-40), OpticalPower.ofDbm(10), "", Capability.Origin.DATA_SHEET),
            Set.of(PortControl.Loop.CONVERGE_THEN_HOLD));
    assertThat(allows(port, text)).isEqualTo(expected);
  }

  @Test
  void aPlainPortOnlyLetsLightThrough() {
    assertThat(allows(PortControlCapability.NONE, "attenuation 0 dB")).isTrue();
    assertThat(allows(PortControlCapability.NONE, "blocked")).isFalse();
    assertThat(allows(PortControlCapability.NONE, "attenuation 1 dB")).isFalse();
  }

  private static boolean allows(PortControlCapability port, String text) {
    try {
      port.check(PortControl.TYPE.parse(text));
      return true;
    } catch (HalException e) {
      assertThat(e.kind()).isEqualTo(Kind.OUT_OF_RANGE);
      return false;
    }
  }
}

package org.optihal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.bench.DeviceEntry.ReconnectPolicy;
import org.optihal.hal.bench.DeviceEntry.StopPolicy;
import org.optihal.hal.link.DeviceUrl;

class OverridesStandAboveTheFileTest {
  private static final String TEXT =
      """
      version: 1
      devices:
        tx-laser:
          driver: itla
          links: {main: "serial:///dev/ttyUSB0"}
          options: {probe-rate: 9600}
          on-stop: SAFE
      """;

  private static DeviceEntry laser(String... overrides) {
    return BenchFile.parse(
            TEXT, "x.yaml", FakeDriver.drivers(), LinksRequired.YES, List.of(overrides))
        .device("tx-laser")
        .orElseThrow();
  }

  @Test
  void everyKindOfKeyCanBeSet() {
    DeviceEntry laser =
        laser(
            "tx-laser.probe-rate=115200",
            "tx-laser.options.dither=low-noise",
            "tx-laser.links.main=tcp://host:5025?a=b",
            "tx-laser.identity.serial=A=1",
            "tx-laser.limits.max-input=3 dBm",
            "tx-laser.on-stop=HOLD",
            "tx-laser.on-link-loss=ADOPT");

    assertThat(laser.options())
        .containsExactlyInAnyOrderEntriesOf(Map.of("probe-rate", "115200", "dither", "low-noise"));
    assertThat(laser.links())
        .containsExactly(Map.entry("main", DeviceUrl.parse("tcp://host:5025?a=b")));
    assertThat(laser.identity()).containsExactly(Map.entry("serial", "A=1"));
    assertThat(laser.limits()).containsExactly(Map.entry("max-input", "3 dBm"));
    assertThat(laser.onStop()).isEqualTo(StopPolicy.HOLD);
    assertThat(laser.onLinkLoss()).isEqualTo(ReconnectPolicy.ADOPT);
  }

  @Test
  void theLastOneWins() {
    assertThat(laser("tx-laser.probe-rate=1", "tx-laser.probe-rate=2").options())
        .containsExactly(Map.entry("probe-rate", "2"));
  }

  @Test
  void anOverrideCanMendTheFile() {
    String wrong = TEXT.replace("9600", "fast");

    assertThat(BenchFile.check(wrong, "x.yaml", FakeDriver.drivers())).hasSize(1);
    assertThat(
            BenchFile.check(
                wrong,
                "x.yaml",
                FakeDriver.drivers(),
                LinksRequired.YES,
                List.of("tx-laser.probe-rate=9600")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tx-laser.prob-rate=1    | --set tx-laser.prob-rate: unknown key 'prob-rate'; did you mean 'probe-rate'?
          tx-laser.on-stpo=HOLD   | --set tx-laser.on-stpo: unknown key 'on-stpo'; did you mean 'on-stop'?
          tx-laser.link.main=a    | --set tx-laser.link.main: unknown key 'link.main'; did you mean 'links.main'?
          tx-laser.driver=voa     | --set tx-laser.driver: unknown key 'driver'; known are: probe-rate max-output dither links.main identity.manufacturer identity.model identity.serial identity.firmware limits.max-input on-stop on-link-loss
          tx-laser.links.mian=a:b | --set tx-laser.links.mian: unknown key 'mian' in links of device tx-laser; did you mean 'main'?
          tx-laser.probe-rate=up  | --set tx-laser.probe-rate: device tx-laser: option probe-rate: 'up' is not a whole number: probe-rate (whole number, default 9600): Speed tried first.
          tx-laser.probe-rate=    | --set tx-laser.probe-rate: probe-rate in options of device tx-laser is empty
          tx-laser.on-stop=OFF    | --set tx-laser.on-stop: on-stop cannot be 'OFF'; known are: SAFE HOLD
          tx-lazer.on-stop=HOLD   | --set tx-lazer.on-stop: there is no device 'tx-lazer'; did you mean 'tx-laser'?
          tx-laser.on-stop        | --set tx-laser.on-stop: write device.key=value, such as tx-laser.on-stop=HOLD
          probe-rate=1            | --set probe-rate: write device.key=value, such as tx-laser.on-stop=HOLD
          .a=1                    | --set .a: write device.key=value, such as tx-laser.on-stop=HOLD
          tx-laser.=1             | --set tx-laser.: write device.key=value, such as tx-laser.on-stop=HOLD
          """)
  void aWrongOverrideIsExplained(String override, String expected) {
    assertThatThrownBy(() -> laser(override)).hasMessage(expected);
  }
}

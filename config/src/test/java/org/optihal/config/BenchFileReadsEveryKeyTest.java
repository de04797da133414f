package org.optihal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.bench.DeviceEntry.ReconnectPolicy;
import org.optihal.hal.bench.DeviceEntry.StopPolicy;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.Wire;
import org.optihal.hal.bench.WireEnd.Outside;
import org.optihal.hal.bench.WireEnd.Port;
import org.optihal.hal.bench.WireEnd.Remote;
import org.optihal.hal.bench.WireEnd.Through;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.quantity.UnitText;

class BenchFileReadsEveryKeyTest {
  static String golden() throws IOException {
    try (InputStream in = BenchFileReadsEveryKeyTest.class.getResourceAsStream("golden.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void goldenFileBecomesTheBenchItSays() throws IOException {
    Bench bench = BenchFile.parse(golden(), "golden.yaml", FakeDriver.drivers());

    assertThat(bench.node()).isEqualTo("alice-1");
    assertThat(bench.devices().keySet()).containsExactly("tx-laser", "voa", "tdc", "spad");
    assertThat(bench.device("tx-laser"))
        .contains(
            new DeviceEntry(
                "tx-laser",
                "itla",
                Map.of("main", DeviceUrl.parse("serial:///dev/serial/by-id/usb-X?baud=115200")),
                Map.of(),
                Map.of("serial", "007", "model", "PPCL \"600\""),
                Map.of("dither", "low-noise", "max-output", "10 dBm"),
                Map.of(),
                StopPolicy.HOLD,
                ReconnectPolicy.ADOPT));
    assertThat(bench.device("voa").orElseThrow().links())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "main", DeviceUrl.parse("tcp://voa.lab:5025"),
                "monitor", DeviceUrl.parse("usbtmc://1313:8078/S1")));
    assertThat(bench.device("spad"))
        .contains(
            new DeviceEntry(
                "spad",
                "ttl-spad",
                Map.of(),
                Map.of("tagger", "tdc/ch1"),
                Map.of(),
                Map.of(),
                Map.of("max-input", "-40 dBm"),
                StopPolicy.SAFE,
                ReconnectPolicy.SAFE));
    assertThat(bench.elements().values())
        .containsExactly(
            new Element(
                "span",
                "fibre",
                Map.of("length", "25 km", "model", "smf28", "attenuation", "0.2 dB/km")),
            new Element("tap", "coupler", Map.of("ratio", "10 %")),
            new Element("spare", "isolator", Map.of()));
    assertThat(bench.wiring())
        .containsExactly(
            new Wire(
                List.of(new Port("tx-laser", "out"), new Through("tap"), new Port("voa", "in"))),
            new Wire(
                List.of(
                    new Port("voa", "out"),
                    new Through("span"),
                    new Outside(
                        "port 3",
                        Optional.of(UnitText.power("3 dBm")),
                        "line card APR (it's slow), 2nd"))),
            new Wire(List.of(new Through("tap"), new Remote("bob", "in"))),
            new Wire(
                List.of(
                    new Outside("dark room: A, (B)", Optional.empty(), ""),
                    new Port("spad", "in"))));
  }

  @Test
  void aSmallFileGetsDefaults() {
    Bench bench = BenchFile.parse("version: 1\ndevices:\n", "small.yaml", FakeDriver.drivers());

    assertThat(bench.node()).isEqualTo("node");
    assertThat(bench.devices()).isEmpty();
    assertThat(bench.wiring()).isEmpty();
  }

  @Test
  void byteOrderMarkAndWindowsLineEndsAreAccepted() throws IOException {
    String windows = "\uFEFF" + golden().replace("\n", "\r\n");

    assertThat(BenchFile.parse(windows, "golden.yaml", FakeDriver.drivers()))
        .isEqualTo(BenchFile.parse(golden(), "golden.yaml", FakeDriver.drivers()));
  }

  @Test
  void anEmulatedBenchNeedsNoLinks() {
    String text = "version: 1\ndevices: {a: {driver: itla}}\n";

    assertThat(
            BenchFile.parse(text, "x.yaml", FakeDriver.drivers(), LinksRequired.NO, List.of())
                .device("a"))
        .contains(DeviceEntry.of("a", "itla", Map.of()));
    assertThat(BenchFile.check(text, "x.yaml", FakeDriver.drivers())).hasSize(1);
    String wrongLink = text.replace("itla", "itla, links: {main: nowhere}");
    assertThat(
            BenchFile.check(wrongLink, "x.yaml", FakeDriver.drivers(), LinksRequired.NO, List.of()))
        .hasSize(1);
  }
}

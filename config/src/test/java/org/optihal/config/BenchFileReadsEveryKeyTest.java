package org.optihal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.bench.DeviceEntry.ReconnectPolicy;
import org.optihal.hal.bench.DeviceEntry.StopPolicy;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.Experiment;
import org.optihal.hal.bench.Experiment.Basis;
import org.optihal.hal.bench.Experiment.Figure;
import org.optihal.hal.bench.Experiment.Reduce;
import org.optihal.hal.bench.Experiment.Step;
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
                Map.of("length", "25 km", "model", "smf28", "attenuation", "0.2 dB/km"),
                "golden.yaml:24:3"),
            new Element("tap", "coupler", Map.of("ratio", "10 %"), "golden.yaml:25:3"),
            new Element(
                "line",
                "mux",
                Map.of("bands", "quantum 1560.2..1561 nm, data 1529..1560 nm"),
                "golden.yaml:26:3"),
            new Element("bob-clock", "clock", Map.of("offset", "12 ms"), "golden.yaml:27:3"),
            new Element(
                "d0",
                "spad",
                Map.of("efficiency", "20 %", "dark-rate", "500 cps", "clock", "bob-clock"),
                "golden.yaml:28:3"),
            new Element("spare", "isolator", Map.of(), "golden.yaml:29:3"));
    assertThat(bench.wiring())
        .containsExactly(
            new Wire(
                List.of(new Port("tx-laser", "out"), new Through("tap"), new Port("voa", "in")),
                "golden.yaml:31:5"),
            new Wire(
                List.of(
                    new Port("voa", "out"),
                    new Through("span"),
                    new Outside(
                        "port 3",
                        Optional.of(UnitText.power("3 dBm")),
                        "line card APR (it's slow), 2nd")),
                "golden.yaml:32:5"),
            new Wire(List.of(new Port("tap", "tap"), new Remote("bob", "in")), "golden.yaml:33:5"),
            new Wire(
                List.of(
                    new Outside("dark room: A, (B)", Optional.empty(), ""), new Port("spad", "in")),
                "golden.yaml:34:5"),
            new Wire(
                List.of(new Port("line", "quantum"), new Port("d0", "in")), "golden.yaml:35:5"));
    assertThat(bench.experiment()).contains(experiment());
    assertThat(bench.connections()).hasSize(7);
  }

  private static Experiment experiment() {
    return new Experiment(
        "Key beside \"one\" channel",
        "Nobody et al., Journal 1, 2 (2026)",
        Duration.ofHours(8),
        Duration.ofSeconds(10),
        List.of("set tx-laser.frequency = 193.1 THz", "element span loss = 1 dB", "wait 10 s"),
        List.of(
            new Step(Duration.ofHours(2), "set voa/left.attenuation = 12 dB"),
            new Step(Duration.ofHours(3), "fault tx-laser drop count=1"),
            new Step(Duration.ofHours(3), "element d0 efficiency = 15 %")),
        Map.of(
            "tx-laser.power",
            Duration.ofSeconds(10),
            "voa/left.attenuation",
            Duration.ofMillis(100)),
        Map.of(
            "bb84",
            new Element(
                "bb84",
                "decoy-bb84",
                Map.of("source", "tx-laser", "detectors", "d0, spad", "rate", "1 GHz"),
                "golden.yaml:51:5"),
            "noise",
            new Element(
                "noise",
                "noise",
                Map.of(
                    "at", "line/quantum", "band", "quantum 1560.2..1561 nm", "signal", "tx-laser"),
                "golden.yaml:52:5")),
        List.of(
            new Figure(
                "key rate",
                "bb84.key-rate",
                Reduce.MEAN,
                "0.41 kbit/s",
                "factor 2",
                Basis.ASSUMED,
                "golden.yaml:54:7"),
            new Figure(
                "key exists",
                "bb84.key-rate",
                Reduce.MIN,
                "> 0 bit/s",
                "",
                Basis.PUBLISHED,
                "golden.yaml:55:7"),
            new Figure(
                "ordering",
                "bb84.qber",
                Reduce.MAX,
                "< noise.total",
                "",
                Basis.ASSUMED,
                "golden.yaml:56:7"),
            new Figure(
                "error",
                "bb84.qber",
                Reduce.LAST,
                "unknown",
                "",
                Basis.ASSUMED,
                "golden.yaml:57:7")));
  }

  @Test
  void aSmallFileGetsDefaults() {
    Bench bench = BenchFile.parse("version: 1\ndevices:\n", "small.yaml", FakeDriver.drivers());

    assertThat(bench.node()).isEqualTo("node");
    assertThat(bench.devices()).isEmpty();
    assertThat(bench.wiring()).isEmpty();
    assertThat(bench.experiment()).isEmpty();
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

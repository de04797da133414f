package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading shows value, unit and quality, and only asks. */
final class GetCommandTest {
  private final JsonMapper json = new JsonMapper();

  @BeforeEach
  void forget() {
    FakeLaser.DIARY.clear();
  }

  @Test
  void aPointIsAddressAndValue() {
    CliRun run = CliRun.fake("get", "fake:ok", "frequency");
    assertThat(run).isEqualTo(new CliRun(0, "device.frequency 193.100000 THz\n", ""));
    assertThat(FakeLaser.DIARY)
        .startsWith("device connect OBSERVE")
        .noneMatch(d -> d.contains("apply"));
  }

  @Test
  void withoutAddressEverythingCheapIsRead() {
    CliRun run = CliRun.fake("get", "fake:ok");
    assertThat(run.outLines())
        .containsExactly(
            "device.frequency   193.100000 THz",
            "device.power       10.00 dBm",
            "device.enabled     off",
            "device.outputPower < -40.00 dBm",
            "device.label       a?b?[31m");
  }

  @Test
  void aBoundIsNoValue() {
    JsonNode o = json.readTree(CliRun.fake("get", "fake:ok", "outputPower", "--json").out());
    assertThat(o.propertyNames())
        .containsExactly(
            "address", "value", "unit", "text", "quality", "source", "time", "context", "bound");
    assertThat(o.get("value").isNull()).isTrue();
    assertThat(o.get("bound").asDouble()).isEqualTo(1e-7);
    assertThat(o.get("quality").asString()).isEqualTo("below-range");
    assertThat(o.get("context").get("floor").asString()).isEqualTo("-40.00 dBm");
  }

  @Test
  void aValueIsInItsCanonicalUnit() {
    JsonNode o = json.readTree(CliRun.fake("get", "fake:ok", "frequency", "--json").out());
    assertThat(o.get("address").asString()).isEqualTo("device.frequency");
    assertThat(o.get("value").isIntegralNumber()).isTrue();
    assertThat(o.get("value").asLong()).isEqualTo(193_100_000_000_000L);
    assertThat(o.get("unit").asString()).isEqualTo("Hz");
    assertThat(o.get("source").asString()).isEqualTo("setpoint");
  }

  @Test
  void whatIsNotCheapIsReadWhenNamed() {
    JsonNode o = json.readTree(CliRun.fake("get", "fake:ok", "wear", "--json").out());
    assertThat(o.get("sigma").asDouble()).isEqualTo(1e-6);
  }

  @Test
  void anActCannotBeRead() {
    CliRun run = CliRun.fake("get", "fake:ok", "clearAlarms");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("optihal act device.clearAlarms");
  }

  @Test
  void anUnknownPointIsNotFoundAndTheOthersAreNamed() {
    CliRun run = CliRun.fake("get", "fake:ok", "wavelength");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("no point 'wavelength'", "frequency power enabled");
  }

  @Test
  void anUnknownDriverOrOptionIsAConfigurationError() {
    CliRun driver = CliRun.of("get", "--url", "fake:ok", "--driver", "itlaa");
    assertThat(driver.code()).isEqualTo(3);
    assertThat(driver.err()).contains("there is no driver 'itlaa'", "fake-laser");
    CliRun option = CliRun.fake("get", "fake:ok", "--option", "retry=2");
    assertThat(option.code()).isEqualTo(3);
    assertThat(option.err()).contains("no option 'retry'", "it has: retries");
    CliRun value = CliRun.fake("get", "fake:ok", "--option", "retries=two");
    assertThat(value.code()).isEqualTo(3);
    assertThat(value.err()).contains("retries").contains("whole number");
  }

  @Test
  void onlyTheDevicesThatAreNamedAreTouched(@TempDir Path dir) throws Exception {
    CliRun run = CliRun.of("get", "--bench", bench(dir).toString(), "rx.frequency");
    assertThat(run).isEqualTo(new CliRun(0, "rx.frequency 193.100000 THz\n", ""));
    assertThat(FakeLaser.DIARY).contains("rx connect OBSERVE").noneMatch(d -> d.startsWith("tx "));
  }

  @Test
  void oneDeadDeviceDoesNotHideTheOthers(@TempDir Path dir) throws Exception {
    CliRun run = CliRun.of("get", "--bench", bench(dir).toString());
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.errLines())
        .containsExactly("optihal: tx: staged failure [fake:timeout]: do what helps");
    assertThat(run.outLines()).hasSize(5).allMatch(l -> l.startsWith("rx."));
  }

  @Test
  void aReadingThatFailsDoesNotHideTheOthers() {
    CliRun run = CliRun.fake("get", "fake:flaky");
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.outLines()).hasSize(3);
    assertThat(run.errLines()).hasSize(2).containsOnly("optihal: device: no answer [fake:flaky]");
  }

  @Test
  void aMalformedBenchFileIsToldWithItsLine(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("b.yaml"), "version: 1\nnode: n\ndevises: {}\n");
    CliRun run = CliRun.of("get", "--bench", file.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("b.yaml:3:1").contains("devices");
  }

  static Path bench(Path dir) throws Exception {
    return Files.writeString(
        dir.resolve("bench.yaml"),
        """
        version: 1
        node: alice-1
        devices:
          tx: {driver: fake-laser, links: {main: "fake:timeout"}}
          rx: {driver: fake-laser, links: {main: "fake:ok"}, on-stop: HOLD}
        """);
  }
}

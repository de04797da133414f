package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.node.cli.Finding.Level;

/** Each thing that is wrong with a machine is found and comes with what to do. */
final class DoctorTest {
  @TempDir Path root;

  @BeforeEach
  void machine() throws Exception {
    Files.createDirectories(root.resolve("proc/1"));
    Files.writeString(root.resolve("proc/1/comm"), "systemd\n");
    Files.createDirectories(root.resolve("dev/serial/by-id"));
    Files.writeString(root.resolve("dev/ttyUSB0"), "");
    Files.createSymbolicLink(
        root.resolve("dev/serial/by-id/usb-X-port0"), Path.of("../../ttyUSB0"));
  }

  private List<Finding> link(String url) throws Exception {
    DeviceEntry entry = DeviceEntry.of("tx", "fake-laser", Map.of("main", DeviceUrl.parse(url)));
    return new Doctor(root).links(new Bench("n", Map.of("tx", entry), Map.of(), List.of()));
  }

  @Test
  void allIsWell() throws Exception {
    assertThat(link("serial:///dev/serial/by-id/usb-X-port0"))
        .extracting(Finding::level)
        .containsOnly(Level.OK);
  }

  @Test
  void aMissingPortMustBeMended() throws Exception {
    List<Finding> findings = link("serial:///dev/serial/by-id/usb-Y");
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).level()).isEqualTo(Level.MEND);
    assertThat(findings.get(0).subject()).isEqualTo("tx/main");
    assertThat(findings.get(0).text()).endsWith("dev/serial/by-id/usb-Y does not exist");
    assertThat(findings.get(0).advice()).contains("optihal scan");
  }

  @Test
  void aPortInUseNamesItsUser() throws Exception {
    try (InputStream user = Files.newInputStream(root.resolve("dev/ttyUSB0"))) {
      assertThat(link("serial:///dev/serial/by-id/usb-X-port0"))
          .anyMatch(
              f ->
                  f.level() == Level.MEND
                      && f.text().contains("pid " + ProcessHandle.current().pid()));
      assertThat(user.read()).isEqualTo(-1);
    }
  }

  @Test
  void aNameThatChangesIsAHint() throws Exception {
    assertThat(link("serial:///dev/ttyUSB0"))
        .anyMatch(f -> f.level() == Level.HINT && f.advice().contains("/dev/serial/by-id"));
  }

  @Test
  void aModemManagerIsAHint() throws Exception {
    assertThat(new Doctor(root).modemManager().level()).isEqualTo(Level.OK);
    Files.createDirectories(root.resolve("proc/77"));
    Files.writeString(root.resolve("proc/77/comm"), "ModemManager\n");
    Finding finding = new Doctor(root).modemManager();
    assertThat(finding.level()).isEqualTo(Level.HINT);
    assertThat(finding.text()).contains("pid 77");
  }

  @Test
  void theLatencyTimerIsShown() throws Exception {
    Path timer =
        Files.createDirectories(root.resolve("sys/bus/usb-serial/devices/ttyUSB0"))
            .resolve("latency_timer");
    Files.writeString(timer, "16\n");
    assertThat(link("serial:///dev/serial/by-id/usb-X-port0"))
        .anyMatch(f -> f.text().contains("16 ms"));
  }

  @Test
  void otherLinksAreNotLookedAt() throws Exception {
    assertThat(link("tcp://laser.example:5025"))
        .extracting(Finding::level)
        .containsExactly(Level.OK);
  }

  @Test
  void aMissingPermissionIsToldByTheMode() throws Exception {
    Files.setPosixFilePermissions(
        root.resolve("dev/ttyUSB0"), PosixFilePermissions.fromString("---------"));
    boolean superuser = Files.isReadable(root.resolve("dev/ttyUSB0"));
    Level expected = superuser ? Level.OK : Level.MEND;
    assertThat(link("serial:///dev/serial/by-id/usb-X-port0").get(0).level()).isEqualTo(expected);
  }

  @Test
  void somethingToMendIsExitCodeFour(@TempDir Path dir) throws Exception {
    Path bench =
        Files.writeString(
            dir.resolve("bench.yaml"),
            """
            version: 1
            node: alice-1
            devices:
              tx: {driver: fake-laser, links: {main: "serial:///dev/nonexistent-port"}}
            """);
    CliRun run = CliRun.of("doctor", "--bench", bench.toString());
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out())
        .contains("mend  tx/main", "/dev/nonexistent-port does not exist", "-> plug");
    CliRun json = CliRun.of("doctor", "--json", "--bench", bench.toString());
    assertThat(json.out()).contains("{\"level\":\"mend\",\"subject\":\"tx/main\",");
  }
}

package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.clock.Task;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Served emulators are used by other command lines, each for itself, over pseudo-terminals. */
@Tag("pty")
@Timeout(60)
final class EmulateCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path dir;
  private final Stop stop = new Stop();
  private final PipedOutputStream control = new PipedOutputStream();
  private BufferedReader lines = new BufferedReader(InputStreamReader.nullReader());
  private JsonNode endpoints = JSON.nullNode();
  private volatile int code = -1;
  private Task task = RealClock.get().spawn("nothing", () -> {});

  @BeforeEach
  void serve() throws Exception {
    Path bench =
        Files.writeString(
            dir.resolve("bench.yaml"),
            "version: 1\nnode: alice-1\ndevices:\n  tx-laser: {driver: itla}\n");
    PipedInputStream out = new PipedInputStream(1 << 16);
    PrintStream print = new PrintStream(new PipedOutputStream(out), true, StandardCharsets.UTF_8);
    InputStream input = new PipedInputStream(control);
    Shell shell =
        new Shell(
            print, System.err, input, RealClock.get(), stop, (serialPorts, last) -> {}, false);
    String[] args = {
      "emulate",
      bench.toString(),
      "--json",
      "--seed",
      "5",
      "--links",
      dir.resolve("links").toString()
    };
    task = RealClock.get().spawn("emulate", () -> code = Cli.create(shell).execute(args));
    lines = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8));
    endpoints = JSON.readTree(lines.readLine());
    assertThat(lines.readLine()).isEqualTo("ready");
  }

  @AfterEach
  void end() throws Exception {
    control.close();
    task.join(Deadline.FOREVER);
    assertThat(code).isZero();
    assertThat(Files.exists(link(), LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  private Path link() {
    return dir.resolve("links/tx-laser");
  }

  private CliRun laser(String command, String... more) {
    List<String> args =
        new ArrayList<>(List.of(command, "--url", "serial://" + link(), "--driver", "itla"));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray(String[]::new));
  }

  private JsonNode control(String command) throws Exception {
    control.write((command + "\n").getBytes(StandardCharsets.UTF_8));
    control.flush();
    return JSON.readTree(lines.readLine());
  }

  @Test
  void oneLineTellsWhereEverythingIs() {
    assertThat(endpoints.propertyNames()).containsExactly("node", "seed", "control", "endpoints");
    assertThat(endpoints.get("seed").asInt()).isEqualTo(5);
    assertThat(endpoints.get("control").asString()).startsWith("tcp://127.0.0.1:");
    JsonNode endpoint = endpoints.get("endpoints").get(0);
    assertThat(endpoint.get("device").asString()).isEqualTo("tx-laser");
    assertThat(endpoint.get("link").asString()).isEqualTo("main");
    assertThat(endpoint.get("url").asString()).isEqualTo("serial://" + link());
  }

  @Test
  void aCommandLineTunesTheLaserAndAnotherOneSeesIt() {
    CliRun set = laser("set", "frequency", "193.3", "THz", "--unguarded", "emulated", "--json");
    assertThat(set.code()).as(set.err()).isZero();
    JsonNode frequency = JSON.readTree(laser("get", "--json", "frequency").out());
    assertThat(frequency.get("value").asDouble()).isBetween(193.2975e12, 193.3025e12);
  }

  @Test
  void lightStaysWhenTheCommandEndsUntilItIsMadeSafe() throws Exception {
    CliRun set = laser("set", "enabled", "on", "--unguarded", "emulated");
    assertThat(set.code()).as(set.err()).isZero();
    assertThat(laser("get", "light").out()).isEqualTo("device.light emitting\n");
    assertThat(control("truth tx-laser/out").get("dark").asBoolean()).isFalse();
    CliRun safe = laser("make-safe");
    assertThat(safe.code()).as(safe.out()).isZero();
    assertThat(safe.out()).startsWith("device  verified-dark  no emission seen");
    assertThat(control("truth tx-laser/out").get("dark").asBoolean()).isTrue();
  }

  /** The exit code of a real process, with the links of a real bench. */
  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void aProcessThatIsToldToEndMakesSafeFirst(String signal, int exitCode) throws Exception {
    assertThat(laser("set", "enabled", "on", "--unguarded", "emulated").code()).isZero();
    Path bench =
        Files.writeString(
            dir.resolve("real.yaml"),
            "version: 1\nnode: alice-1\ndevices:\n  tx-laser: {driver: itla, links: {main: \"serial://"
                + link()
                + "\"}}\n");
    Process run =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                bench.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader shown = run.inputReader(StandardCharsets.UTF_8)) {
      awaitLine(shown, "tx-laser  connecting -> ready");
      new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid())).start().waitFor();
      awaitLine(shown, "tx-laser  make safe: no emission seen by");
      assertThat(run.waitFor()).isEqualTo(exitCode);
    } finally {
      run.destroyForcibly();
    }
    assertThat(control("truth tx-laser/out").get("dark").asBoolean()).isTrue();
  }

  private static void awaitLine(BufferedReader lines, String part) throws Exception {
    String line = lines.readLine();
    while (line != null && !line.contains(part)) {
      line = lines.readLine();
    }
    assertThat(line).as("a line with '%s' before the end", part).isNotNull();
  }

  @Test
  void aProbeRecognizesTheLaser() {
    CliRun run = CliRun.of("scan", "--probe", link().toString(), "--driver", "itla");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("  itla  ", "EMU-tx-laser");
  }

  @Test
  void controlCommandsAreAnswered() throws Exception {
    assertThat(control("frobnicate").get("ok").asBoolean()).isFalse();
    assertThat(control("unplug tx-laser").get("ok").asBoolean()).isTrue();
    CliRun run = laser("get", "frequency");
    assertThat(run.code()).isBetween(4, 5);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("optihal: device: ").contains("tx-laser");
  }
}

package org.optihal.drivers.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.clock.Task;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.SerialLine;
import org.optihal.linux.Fds;
import org.optihal.linux.Pty;

@Tag("pty")
@Timeout(120)
class SerialLinkOpenerTest {
  private static final long MS = 1_000_000;

  private final HalClock clock = RealClock.get();
  private final SerialLinkOpener opener = new SerialLinkOpener();
  @TempDir private Path directory;
  private Pty pty;
  private Path port;

  @BeforeEach
  void plugIn() throws IOException {
    pty = Pty.open();
    port = directory.resolve("laser");
    pty.linkTo(port);
  }

  @AfterEach
  void pullOut() throws IOException {
    pty.close();
  }

  private long in(long ms) {
    return clock.nanos() + ms * MS;
  }

  private ByteLink open(String parameters) {
    return open(port, parameters);
  }

  private ByteLink open(Path path, String parameters) {
    DeviceUrl url = DeviceUrl.parse("serial://" + path + parameters);
    return (ByteLink) opener.open(url, clock, Deadline.in(clock, Duration.ofSeconds(2)));
  }

  private HalException refusal(Path path, String parameters) {
    try (ByteLink link = open(path, parameters)) {
      throw new AssertionError(link.name() + " could be opened");
    } catch (HalException e) {
      return e;
    }
  }

  @Test
  void bytesGoBothWaysThroughASymbolicLink() throws IOException {
    try (ByteLink link = open("?baud=115200")) {
      assertThat(link.name()).isEqualTo("serial://" + port);
      link.write(new byte[] {9, 1, 2, 3, 9}, 1, 3, in(1_000));
      byte[] got = new byte[8];
      assertThat(pty.master().read(got, 0, 8, in(1_000))).isEqualTo(3);
      assertThat(got).startsWith(1, 2, 3);
      pty.master().write(new byte[] {0, 10, 13, (byte) 0xFF}, 0, 4, in(1_000));
      assertThat(link.read(got, 2, 6, in(1_000))).isEqualTo(4);
      assertThat(got).startsWith(1, 2, 0, 10, 13, 0xFF);
    }
  }

  @Test
  void aDeadlineIsKeptAndNeverEarly() {
    try (ByteLink link = open("")) {
      for (int i = 0; i < 20; i++) {
        long deadline = in(50);
        assertThat(link.read(new byte[1], 0, 1, deadline)).isZero();
        assertThat(clock.nanos() - deadline).isBetween(0L, 40 * MS); // no step of 100 ms
      }
    }
  }

  @Test
  void aDeadlineThatHasPassedReturnsWhatIsThere() throws IOException {
    try (ByteLink link = open("")) {
      assertThat(link.read(new byte[1], 0, 1, in(0))).isZero();
      pty.master().write(new byte[] {1}, 0, 1, in(1_000));
      assertThat(link.read(new byte[1], 0, 1, in(0))).isOne();
    }
  }

  @Test
  void aWakeUpEndsAPendingRead() {
    try (ByteLink link = open("")) {
      Task waker =
          clock.spawn(
              "waker",
              () -> {
                clock.sleep(Duration.ofMillis(30));
                link.wake();
              });
      long start = clock.nanos();
      assertThat(link.read(new byte[1], 0, 1, in(30_000))).isZero();
      assertThat(clock.nanos() - start).isBetween(25 * MS, 5_000 * MS);
      assertThat(waker.join(in(1_000))).isTrue();
    }
  }

  @Test
  void anUnplugEndsAPendingReadAndEverythingAfterIt() {
    try (ByteLink link = open("")) {
      clock.spawn(
          "unplug",
          () -> {
            clock.sleep(Duration.ofMillis(30));
            try {
              pty.hangUp();
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });
      for (int i = 0; i < 2; i++) {
        assertGone(() -> link.read(new byte[1], 0, 1, in(30_000)));
        assertGone(() -> link.write(new byte[1], 0, 1, in(1_000)));
      }
    }
    assertThat(Files.exists(port)).isFalse();
    assertThat(refusal(port, "").kind()).isEqualTo(Kind.NOT_FOUND);
  }

  private static void assertGone(Runnable use) {
    assertThatThrownBy(use::run)
        .isInstanceOfSatisfying(
            HalException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED);
              assertThat(e.getMessage()).contains("serial://").contains("plug the device in again");
            });
  }

  @Test
  void closingEndsAPendingReadAndMayBeRepeated() {
    ByteLink link = open("");
    Task closer =
        clock.spawn(
            "closer",
            () -> {
              clock.sleep(Duration.ofMillis(30));
              link.close();
            });
    assertThatThrownBy(() -> link.read(new byte[1], 0, 1, in(30_000)))
        .isInstanceOfSatisfying(
            HalException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED);
              assertThat(e.what()).isEqualTo("closed");
            });
    assertThat(closer.join(in(5_000))).isTrue();
    link.close();
    open("").close();
  }

  @Test
  void aPortInUseNamesTheProcessThatHasIt() {
    try (ByteLink link = open("")) {
      HalException e = refusal(port, "");
      assertThat(link.name()).isEqualTo(e.context().link());
      assertThat(e.kind()).isEqualTo(Kind.IN_USE);
      assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(e.getMessage())
          .contains("(pid " + ProcessHandle.current().pid() + ")")
          .contains("stop that program");
    }
    open("").close();
  }

  @Test
  void aPortThatAnotherProgramLockedNamesItToo() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "util-linux is not installed");
    Process other =
        new ProcessBuilder("flock", "-F", port.toString(), "sh", "-c", "echo locked; exec sleep 60")
            .start();
    try {
      byte[] said = other.getInputStream().readNBytes(7);
      assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo("locked\n");
      HalException e = refusal(port, "");
      assertThat(e.kind()).isEqualTo(Kind.IN_USE);
      assertThat(e.getMessage()).contains("(pid " + other.pid() + ")");
    } finally {
      other.destroy();
      assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    open("").close();
  }

  @Test
  void whatIsNoSerialPortIsRefusedInOneLine() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "no port");
    assertRefused(refusal(directory.resolve("nothing"), ""), "there is no", "optihal scan");
    assertRefused(refusal(file, ""), "is no serial port", "check the path");
    assertRefused(refusal(directory, ""), "is no serial port", "check the path");
    assertRefused(
        refusal(Path.of("/dev/null"), ""), "/dev/null is no serial port", "check the path");
    assertThat(Files.readString(file)).as("untouched").isEqualTo("no port");
  }

  private static void assertRefused(HalException e, String what, String advice) {
    assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e.getMessage()).contains(what).contains(advice).doesNotContain("\n");
  }

  @Test
  void aDanglingLinkIsAnUnpluggedDevice() throws IOException {
    Path dangling = directory.resolve("dangling");
    Files.createSymbolicLink(dangling, Path.of("/dev/pts/no-such-port"));
    assertRefused(refusal(dangling, ""), "there is no", "plug the device in");
  }

  @Test
  void withoutPermissionItSaysWhatToDo() throws IOException {
    Files.setPosixFilePermissions(pty.slavePath(), PosixFilePermissions.fromString("---------"));
    assumeFalse(
        Files.isReadable(pty.slavePath()), "root may open everything, so nothing can be refused");
    HalException e = refusal(port, "");
    assertThat(e.kind()).isEqualTo(Kind.NO_PERMISSION);
    assertThat(e.getMessage()).contains("may not open " + port).contains("---------");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?baud=fast", "?baud=0", "?baud=-9600", "?baud=99999999999", "?dtr=yes", "?rts="})
  void badSettingsAreRefusedBeforeThePortIsTouched(String parameters) throws IOException {
    HalException e = refusal(port, parameters);
    assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION);
    assertThat(e.getMessage()).contains(parameters.substring(1));
    assertThat(pty.lineSpeed()).as("as every new terminal").isEqualTo(38400);
  }

  @Test
  void theSpeedIsSetAndCanBeChanged() throws IOException {
    try (ByteLink link = open("?baud=19200")) {
      assertThat(pty.lineSpeed()).isEqualTo(19200);
      SerialLine line = link.serial().orElseThrow();
      assertThat(line.baud()).isEqualTo(19200);
      line.baud(115200);
      assertThat(line.baud()).isEqualTo(115200);
      assertThat(pty.lineSpeed()).isEqualTo(115200);
      link.write(new byte[] {7}, 0, 1, in(1_000));
      assertThat(pty.master().read(new byte[1], 0, 1, in(1_000))).isOne();
    }
  }

  @Test
  void twoNamesOfOnePortAreOnePort() {
    DeviceUrl byLink = DeviceUrl.parse("serial://" + port + "?baud=9600");
    DeviceUrl byNode = DeviceUrl.parse("serial://" + pty.slavePath());
    assertThat(opener.canonical(byLink)).isEqualTo(opener.canonical(byNode));
    assertThat(opener.canonical(DeviceUrl.parse("serial:///dev/no-such-port"))).contains("no-such");
  }

  @Test
  void aRealPortHasNoVirtualTime() {
    DeviceUrl url = DeviceUrl.parse("serial://" + port);
    VirtualClock virtual = new VirtualClock();
    assertThatThrownBy(() -> opener.open(url, virtual, new Deadline(0)))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION));
  }

  @Test
  void aHundredPlugsAndUnplugsLeaveNothingBehind() throws Exception {
    plugAndUnplug(); // libraries and their descriptors
    long threads = halThreads();
    int descriptors = Fds.count();
    for (int i = 0; i < 100; i++) {
      plugAndUnplug();
    }
    assertThat(Fds.count()).as("file descriptors").isEqualTo(descriptors);
    assertThat(halThreads()).as("threads").isEqualTo(threads);
  }

  private void plugAndUnplug() throws IOException {
    try (Pty fresh = Pty.open();
        ByteLink link = open(fresh.slavePath(), "?baud=115200")) {
      link.write(new byte[] {1}, 0, 1, in(1_000));
      assertThat(fresh.master().read(new byte[1], 0, 1, in(1_000))).isOne();
      fresh.hangUp();
      assertThatThrownBy(() -> link.read(new byte[1], 0, 1, in(10_000)))
          .isInstanceOf(HalException.class);
    }
  }

  private static long halThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("hal-"))
        .count();
  }

  @Test
  void nativeCodeComesFromADirectoryOfOurOwn() throws IOException {
    open("").close();
    String own = System.getProperty("jSerialComm.library.path");
    assertThat(own).isNotEmpty();
    assertThat(Files.getPosixFilePermissions(Path.of(own)))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.readAllLines(Path.of("/proc/self/maps")))
        .filteredOn(line -> line.contains("jSerialComm"))
        .isNotEmpty()
        .allMatch(line -> line.contains(own));
  }
}

package org.optihal.drivers.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.linux.Fds;

@Tag("tcp")
@Timeout(120)
class TcpLinkOpenerTest {
  private static final long MS = 1_000_000;

  private final HalClock clock = RealClock.get();
  private final TcpLinkOpener opener = new TcpLinkOpener();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private long in(long ms) {
    return clock.nanos() + ms * MS;
  }

  private ByteLink open(String target) {
    return (ByteLink)
        opener.open(
            DeviceUrl.parse("tcp://" + target), clock, Deadline.in(clock, Duration.ofSeconds(2)));
  }

  private ByteLink open() {
    return open("127.0.0.1:" + server.getLocalPort());
  }

  private static HalException disconnected(Runnable use) {
    try {
      use.run();
    } catch (HalException e) {
      assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED);
      assertThat(e.getMessage()).contains("tcp://127.0.0.1");
      return e;
    }
    throw new AssertionError("still connected");
  }

  /** Gives everything back until the client leaves. */
  private void echo() {
    clock.spawn(
        "echo",
        () -> {
          try (Socket s = server.accept()) {
            s.getInputStream().transferTo(s.getOutputStream());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Test
  void bytesGoBothWays() {
    echo();
    try (ByteLink link = open()) {
      assertThat(link.serial()).isEmpty();
      for (int i = 0; i < 100; i++) {
        link.write(new byte[] {9, (byte) i, 9}, 1, 1, in(1_000));
        byte[] got = new byte[4];
        assertThat(link.read(got, 1, 3, in(10_000))).isOne();
        assertThat(got[1]).isEqualTo((byte) i);
      }
    }
  }

  @Test
  void aDeadlineIsKeptAndNeverEarlyAndAWakeUpEndsARead() {
    echo();
    try (ByteLink link = open()) {
      long deadline = in(50);
      assertThat(link.read(new byte[1], 0, 1, deadline)).isZero();
      assertThat(clock.nanos() - deadline).isBetween(0L, 2_000 * MS);
      clock.spawn(
          "waker",
          () -> {
            clock.sleep(Duration.ofMillis(20));
            link.wake();
          });
      long start = clock.nanos();
      assertThat(link.read(new byte[1], 0, 1, in(30_000))).isZero();
      assertThat(clock.nanos() - start).isLessThan(10_000 * MS);
    }
  }

  @Test
  void whatThePeerSentBeforeItLeftIsStillRead() throws IOException {
    try (ByteLink link = open()) {
      try (Socket peer = server.accept()) {
        peer.getOutputStream().write(7);
      }
      assertThat(link.read(new byte[4], 0, 4, in(10_000))).isOne();
      assertThat(disconnected(() -> link.read(new byte[1], 0, 1, in(10_000))).what())
          .contains("closed the connection");
      disconnected(() -> link.write(new byte[1], 0, 1, in(1_000)));
    }
  }

  @Test
  void closingEndsAPendingRead() {
    echo();
    ByteLink link = open();
    clock.spawn(
        "closer",
        () -> {
          clock.sleep(Duration.ofMillis(20));
          link.close();
        });
    assertThat(disconnected(() -> link.read(new byte[1], 0, 1, in(30_000))).what())
        .isEqualTo("closed");
    link.close();
  }

  @Test
  void nobodyListensIsToldAtOnce() throws IOException {
    int port = server.getLocalPort();
    server.close();
    assertThatThrownBy(() -> open("127.0.0.1:" + port))
        .isInstanceOfSatisfying(
            HalException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND);
              assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
              assertThat(e.getMessage())
                  .contains("nobody listens")
                  .contains("tcp://127.0.0.1:" + port)
                  .contains("check port number");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536", "a b:1", "[::1", ":80"})
  void whatIsNoHostAndPortIsAConfigurationError(String target) {
    assertThatThrownBy(() -> open(target))
        .isInstanceOfSatisfying(
            HalException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION);
              assertThat(e.getMessage()).contains("tcp://host:5025");
            });
  }

  @Test
  void aHundredConnectionsLeaveNothingBehind() throws Exception {
    connectAndLose();
    int descriptors = Fds.count();
    for (int i = 0; i < 100; i++) {
      connectAndLose();
    }
    assertThat(Fds.count()).as("file descriptors").isEqualTo(descriptors);
    long end = in(5_000); // a reading thread ends a moment after its link
    while (readers() > 0 && clock.nanos() < end) {
      clock.sleep(Duration.ofMillis(1));
    }
    assertThat(readers()).as("reading threads").isZero();
  }

  private void connectAndLose() throws IOException {
    try (ByteLink link = open()) {
      server.accept().close();
      disconnected(() -> link.read(new byte[1], 0, 1, in(10_000)));
    }
  }

  private static long readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("hal-read-"))
        .count();
  }
}

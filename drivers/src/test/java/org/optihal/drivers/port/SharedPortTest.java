package org.optihal.drivers.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.Link;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.link.MemoryLink;
import org.optihal.hal.link.MessageLink;
import org.optihal.hal.spi.SimpleDeviceContext;

class SharedPortTest {
  private static final DeviceUrl URL = DeviceUrl.parse("memory:bus?baud=9600");
  private static final PortProfile PROFILE =
      PortProfile.polled(Resync.NONE, Duration.ofMillis(20)).forBus();

  private final VirtualClock clock = new VirtualClock();
  private final Sockets sockets = new Sockets(clock);
  private final List<Throwable> failures = new ArrayList<>();
  private final SimpleDeviceContext context =
      SimpleDeviceContext.alone(entry("a"), clock, sockets, failures::add);

  private static DeviceEntry entry(String id) {
    return DeviceEntry.of(id, "fake", Map.of());
  }

  /** Opens links, or refuses while nothing is plugged in. */
  private static final class Sockets implements LinkOpener {
    final List<MemoryLink> opened = new ArrayList<>();
    final List<Long> attempts = new ArrayList<>();
    final VirtualClock clock;
    boolean plugged = true;
    Duration takes = Duration.ZERO;

    Sockets(VirtualClock clock) {
      this.clock = clock;
    }

    @Override
    public Set<String> schemes() {
      return Set.of("memory");
    }

    /** Upper and lower case are one socket. */
    @Override
    public String canonical(DeviceUrl url) {
      return url.target().equals("BUS") ? "memory:bus" : LinkOpener.super.canonical(url);
    }

    @Override
    public Link open(DeviceUrl url, HalClock c, Deadline deadline) {
      attempts.add(clock.nanos() / 1_000_000);
      clock.sleep(takes);
      if (!plugged) {
        throw new HalException(Kind.NOT_FOUND, Outcome.NOT_SENT, "nothing there");
      }
      EchoDevice device = new EchoDevice(clock, 9600);
      opened.add(device.link);
      return device.link;
    }
  }

  /** A device that hears about its port. */
  private final class User implements PortListener {
    final List<String> told = new ArrayList<>();
    final SharedPort port;

    User(String id, DeviceUrl url) {
      port = Ports.acquire(context.of(entry(id)), url, PROFILE);
      port.port().addListener(this);
    }

    @Override
    public void portDown(HalException reason) {
      told.add("down " + reason.kind() + " at " + clock.nanos() / 1_000_000);
    }

    @Override
    public void portUp(long epoch) {
      told.add("up " + epoch + " at " + clock.nanos() / 1_000_000);
    }
  }

  private Deadline soon() {
    return Deadline.in(clock, Duration.ofSeconds(1));
  }

  private void sleep(long ms) {
    clock.sleep(Duration.ofMillis(ms));
  }

  @Test
  void devicesOfOneLinkShareAPortAndTheLastOneClosesIt() {
    clock.run(
        () -> {
          User a = new User("a", URL);
          User b = new User("b", DeviceUrl.parse("memory:BUS?baud=9600"));
          assertThat(b.port).isSameAs(a.port);
          assertThat(a.port.open(soon())).isEqualTo(b.port.open(soon()));
          assertThat(sockets.opened).hasSize(1);
          a.port.release(a);
          assertThat(b.port.port().isUp()).isTrue();
          b.port.release(b);
          assertThat(b.port.port().isUp()).isFalse();
          sleep(20_000);
          assertThat(sockets.attempts).as("closed for good").hasSize(1);
          User c = new User("c", URL);
          assertThat(c.port).as("a new life").isNotSameAs(a.port);
          c.port.open(soon());
          assertThat(sockets.opened).hasSize(2);
        });
  }

  @Test
  void differentSettingsOfOneLinkAreRefused() {
    clock.run(
        () -> {
          new User("a", URL);
          HalException e =
              Rig.failure(() -> new User("b", DeviceUrl.parse("memory:bus?baud=115200")));
          assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION);
          assertThat(e.getMessage()).contains("b:").contains("baud").doesNotContain("115200");
        });
  }

  @Test
  void aLostLinkIsOpenedAgainWithBackOff() {
    clock.run(
        () -> {
          User a = new User("a", URL);
          a.port.open(soon());
          sockets.plugged = false;
          a.port.port().down(new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "unplugged"));
          sleep(12_000);
          sockets.plugged = true;
          sleep(6_000);
          assertThat(a.port.port().isUp()).isTrue();
          assertThat(sockets.attempts)
              .as("0.2, 0.4, 0.8, 1.6, 3.2, 5 s apart")
              .containsExactly(0L, 200L, 600L, 1_400L, 3_000L, 6_200L, 11_200L, 16_200L);
          assertThat(a.told).containsExactly("down DISCONNECTED at 0", "up 2 at 16200");
          a.port.port().down(new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "again"));
          sleep(300);
          assertThat(a.told).as("the back-off starts anew").endsWith("up 3 at 18200");
        });
    assertThat(failures).isEmpty();
  }

  @Test
  void aLinkThatComesAndGoesHasOneChainOfAttempts() {
    clock.run(
        () -> {
          User a = new User("a", URL);
          a.port.open(soon());
          HalException gone = new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "gone");
          for (int i = 0; i < 5; i++) {
            a.port.port().down(gone);
            a.port.open(soon());
          }
          sockets.plugged = false;
          sockets.attempts.clear();
          a.port.port().down(gone);
          sleep(1_000);
          assertThat(sockets.attempts).containsExactly(200L, 600L);
        });
  }

  @Test
  void aFirstFailureIsTheCallersAndIsNotRepeated() {
    clock.run(
        () -> {
          sockets.plugged = false;
          User a = new User("a", URL);
          assertThat(Rig.failure(() -> a.port.open(soon())).kind()).isEqualTo(Kind.NOT_FOUND);
          sleep(10_000);
          assertThat(sockets.attempts).hasSize(1);
          sockets.plugged = true;
          assertThat(a.port.open(soon())).isOne();
        });
  }

  @Test
  void oneOpensAndTheOthersWaitForIt() {
    clock.run(
        () -> {
          sockets.takes = Duration.ofMillis(300);
          User a = new User("a", URL);
          User b = new User("b", URL);
          clock.spawn("a", () -> a.port.open(soon()));
          sleep(1);
          assertThat(b.port.open(soon())).isOne();
          assertThat(clock.nanos() / 1_000_000).isBetween(300L, 310L);
          assertThat(sockets.attempts).hasSize(1);
        });
  }

  @Test
  void whoWaitsForAnothersOpeningDoesSoUntilTheDeadline() {
    clock.run(
        () -> {
          sockets.takes = Duration.ofSeconds(3);
          User a = new User("a", URL);
          clock.spawn("a", () -> a.port.open(soon()));
          sleep(1);
          assertThat(Rig.failure(() -> a.port.open(soon())).kind()).isEqualTo(Kind.BUSY);
          assertThat(clock.nanos() / 1_000_000).isBetween(1_000L, 1_010L);
        });
  }

  @Test
  void aDeviceThatLeavesDuringAnOpeningLeavesNothingOpen() {
    clock.run(
        () -> {
          sockets.takes = Duration.ofMillis(300);
          User a = new User("a", URL);
          List<Kind> end = new ArrayList<>();
          clock.spawn("a", () -> end.add(Rig.failure(() -> a.port.open(soon())).kind()));
          sleep(100);
          a.port.release(a);
          sleep(1_000);
          assertThat(end).containsExactly(Kind.CLOSED);
          assertThat(a.port.port().isUp()).isFalse();
          MemoryLink link = sockets.opened.get(0);
          assertThat(Rig.failure(() -> link.read(new byte[1], 0, 1, clock.nanos())).kind())
              .isEqualTo(Kind.DISCONNECTED);
        });
  }

  @Test
  void aDeviceThatMakesNoSenseGetsAFreshLink() {
    clock.run(
        () -> {
          User a = new User("a", URL);
          a.port.open(soon());
          a.port.restart(new HalException(Kind.TIMEOUT, Outcome.UNKNOWN, "silent"));
          sleep(300);
          assertThat(sockets.opened).hasSize(2);
          assertThat(a.told).containsExactly("down TIMEOUT at 0", "up 2 at 200");
        });
  }

  @Test
  void aLinkOfMessagesIsNoLinkOfBytes() {
    List<String> closed = new ArrayList<>();
    LinkOpener messages =
        new LinkOpener() {
          @Override
          public Set<String> schemes() {
            return Set.of("memory");
          }

          @Override
          public Link open(DeviceUrl url, HalClock c, Deadline deadline) {
            return new Messages(closed);
          }
        };
    clock.run(
        () -> {
          SharedPort port =
              Ports.acquire(
                  SimpleDeviceContext.alone(entry("a"), clock, messages, failures::add),
                  URL,
                  PROFILE);
          assertThat(Rig.failure(() -> port.open(soon())).kind()).isEqualTo(Kind.CONFIGURATION);
        });
    assertThat(closed).hasSize(1);
  }

  private record Messages(List<String> closed) implements MessageLink {
    @Override
    public String name() {
      return "memory:bus";
    }

    @Override
    public void send(byte[] message, long deadline) {}

    @Override
    public byte[] receive(int limit, long deadline) {
      return new byte[0];
    }

    @Override
    public void clear(long deadline) {}

    @Override
    public void wake() {}

    @Override
    public void close() {
      closed.add("closed");
    }
  }
}

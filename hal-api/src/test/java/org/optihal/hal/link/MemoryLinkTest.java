package org.optihal.hal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;

class MemoryLinkTest {
  private static final long MS = 1_000_000;

  private final VirtualClock clock = new VirtualClock();
  private final List<byte[]> written = new ArrayList<>();
  private final MemoryLink link = new MemoryLink("memory:x", clock, written::add, new NoLine());

  private static final class NoLine implements SerialLine {
    @Override
    public int baud() {
      return 9600;
    }

    @Override
    public void baud(int baud) {}

    @Override
    public void dtr(boolean on) {}

    @Override
    public void rts(boolean on) {}
  }

  private void deliver(int... bytes) {
    byte[] b = new byte[bytes.length];
    for (int i = 0; i < b.length; i++) {
      b[i] = (byte) bytes[i];
    }
    link.deliver(b, 0, b.length);
  }

  @Test
  void writesReachTheDeviceAsTheyWere() {
    clock.run(
        () -> {
          byte[] bytes = {9, 1, 2, 3, 9};
          link.write(bytes, 1, 3, MS);
          bytes[1] = 77;
        });
    assertThat(written).hasSize(1);
    assertThat(written.get(0)).containsExactly(1, 2, 3);
  }

  @Test
  void aReadWaitsForTheFirstByteAndTakesWhatIsThere() {
    clock.run(
        () -> {
          clock.after(5 * MS, () -> deliver(1, 2, 3));
          byte[] b = new byte[8];
          assertThat(link.read(b, 2, 2, 10 * MS)).isEqualTo(2);
          assertThat(clock.nanos()).isEqualTo(5 * MS);
          assertThat(b).startsWith(0, 0, 1, 2, 0);
          assertThat(link.read(b, 0, 8, 10 * MS)).isEqualTo(1);
          assertThat(link.read(b, 0, 8, 10 * MS)).isZero();
          assertThat(clock.nanos()).isEqualTo(10 * MS);
        });
  }

  @Test
  void bytesWrapAroundInOrderAndTheOverflowIsLost() {
    clock.run(
        () -> {
          byte[] block = new byte[40_000];
          byte next = 0;
          byte[] in = new byte[40_000];
          for (int round = 0; round < 5; round++) {
            for (int i = 0; i < block.length; i++) {
              block[i] = next++;
            }
            link.deliver(block, 0, block.length);
            assertThat(link.read(in, 0, in.length, MS)).isEqualTo(in.length);
            assertThat(in).isEqualTo(block);
          }
          link.deliver(block, 0, block.length);
          link.deliver(block, 0, block.length);
          int n = 0;
          for (int r = 1; r > 0; n += r) {
            r = link.read(in, 0, in.length, clock.nanos());
          }
          assertThat(n).isEqualTo(65_536);
        });
  }

  @Test
  void wakeEndsOneReadEarly() {
    clock.run(
        () -> {
          clock.after(MS, link::wake);
          assertThat(link.read(new byte[1], 0, 1, 10 * MS)).isZero();
          assertThat(clock.nanos()).isEqualTo(MS);
          assertThat(link.read(new byte[1], 0, 1, 10 * MS)).isZero();
          assertThat(clock.nanos()).isEqualTo(10 * MS);
        });
  }

  @Test
  void unplugEndsAPendingReadAndEverythingAfterIt() {
    clock.run(
        () -> {
          clock.after(MS, link::unplug);
          assertDisconnected(() -> link.read(new byte[1], 0, 1, 10 * MS));
          assertThat(clock.nanos()).isEqualTo(MS);
          assertDisconnected(() -> link.write(new byte[1], 0, 1, 10 * MS));
        });
    assertThat(written).isEmpty();
  }

  @Test
  void nothingArrivesThroughAPulledCable() {
    clock.run(
        () -> {
          deliver(1, 2);
          link.unplug();
          deliver(3);
          assertDisconnected(() -> link.read(new byte[4], 0, 4, 10 * MS));
        });
  }

  @Test
  void closingIsIdempotentAndAllowedFromOutside() {
    clock.run(link::close);
    link.close();
    assertDisconnected(() -> link.write(new byte[1], 0, 1, 0));
  }

  private static void assertDisconnected(Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED))
        .hasMessageContaining("memory:x");
  }
}

package org.optihal.emulators.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.optihal.emulators.BenchEmulationProvider;
import org.optihal.emulators.TestBench;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.spi.Emulation;
import org.optihal.linux.Descriptor;
import org.optihal.linux.Fds;
import org.optihal.linux.GoneException;

/** A serial port that any program can open. */
@Tag("pty")
@Timeout(60)
class PtyEndpointTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  @TempDir private Path directory;

  private Emulation serve(Map<String, String> options) {
    Emulation emulation =
        new BenchEmulationProvider()
            .create(TestBench.bench(options, "tx-laser"), 1, RealClock.get());
    emulation.serve(Optional.of(directory), false);
    return emulation;
  }

  private Path port() {
    return directory.resolve("tx-laser");
  }

  @Test
  void endpointsAreNamedAfterTheirDevices() {
    try (Emulation emulation =
        new BenchEmulationProvider()
            .create(TestBench.bench(Map.of(), "tx-laser", "lo"), 1, RealClock.get())) {
      List<Emulation.Endpoint> endpoints = emulation.serve(Optional.of(directory), true);
      assertThat(endpoints)
          .extracting(Emulation.Endpoint::device)
          .containsExactly("tx-laser", "tx-laser", "lo", "lo", "");
      assertThat(endpoints.get(0).url()).isEqualTo("serial://" + port());
      assertThat(endpoints.get(1).url()).startsWith("tcp://127.0.0.1:");
      assertThat(endpoints.get(4).link()).isEqualTo("control");
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void plainFileAccessIsEnough() throws IOException {
    try (Emulation emulation = serve(Map.of());
        RandomAccessFile file = new RandomAccessFile(port().toFile(), "rw")) {
      file.write(new byte[4]);
      byte[] reply = new byte[4];
      file.readFully(reply);
      assertThat(HEX.formatHex(reply)).isEqualTo("54 00 00 10");
      assertThat(emulation.faults().log()).isEmpty();
    }
  }

  @Test
  void bytesTakeTheirTime() throws IOException {
    try (Emulation emulation =
            serve(Map.of("baud", "115200", "latency", "0 s", "latency-jitter", "0 s"));
        Descriptor port = Descriptor.open(port())) {
      long[] took = new long[200];
      for (int i = 0; i < took.length; i++) {
        long begin = System.nanoTime();
        exchange(port, new byte[4], 4);
        took[i] = System.nanoTime() - begin;
      }
      Arrays.sort(took);
      double line = 8 * Uart.byteNanos(115_200);
      assertThat(took[0] / line).as("never faster than the line").isGreaterThanOrEqualTo(1);
      // The machine may be busy: half of the exchanges must be near the line's own time.
      assertThat(took[took.length / 2] / line).isLessThan(4);
      assertThat(emulation.seed()).isEqualTo(1);
    }
  }

  @Test
  void aClientAtAnotherSpeedIsNotUnderstood() throws Exception {
    try (Emulation emulation = serve(Map.of());
        Descriptor port = Descriptor.open(port())) {
      stty("115200");
      byte[] enable = HEX.parseHex("81 32 00 08");
      port.write(enable, 0, 4, soon());
      byte[] reply = new byte[4];
      port.read(reply, 0, 4, System.nanoTime() + 100_000_000);
      assertThat(emulation.truth().state("tx-laser")).containsEntry("enabled", "no");
      stty("9600");
      // Whatever is left over of the garbage is filled up by zeros.
      String seen = "";
      for (int i = 0; i < 16 && !seen.equals("54 00 00 10"); i++) {
        port.write(new byte[1], 0, 1, soon());
        int n = read(port, reply, System.nanoTime() + 100_000_000);
        seen = HEX.formatHex(reply, 0, n);
      }
      assertThat(seen).isEqualTo("54 00 00 10");
    }
  }

  private void stty(String baud) throws Exception {
    assertThat(new ProcessBuilder("stty", "-F", port().toString(), baud).start().waitFor())
        .isZero();
  }

  @Test
  void anUnplugHangsUpAndAReplugComesBackUnderTheSameName() throws Exception {
    try (Emulation emulation = serve(Map.of())) {
      Path before;
      try (Descriptor port = Descriptor.open(port())) {
        before = Files.readSymbolicLink(port());
        emulation.faults().unplug("tx-laser");
        byte[] nothing = new byte[4];
        boolean gone = false;
        try {
          gone = port.read(nothing, 0, 4, soon()) < 0;
        } catch (GoneException e) {
          gone = true;
        }
        assertThat(gone).isTrue();
        assertThat(Files.exists(port(), LinkOption.NOFOLLOW_LINKS)).isFalse();
      }
      emulation.faults().replug("tx-laser");
      while (!Files.exists(port())) {
        Thread.onSpinWait();
      }
      assertThat(before).isNotNull();
      try (Descriptor port = Descriptor.open(port())) {
        assertThat(exchange(port, new byte[4], 4)).isEqualTo("54 00 00 10");
      }
    }
  }

  @Test
  void faultsWorkHereToo() throws IOException {
    try (Emulation emulation = serve(Map.of());
        Descriptor port = Descriptor.open(port())) {
      emulation.faults().now("tx-laser flip bit=0 after=3");
      assertThat(exchange(port, new byte[4], 4)).isEqualTo("54 00 00 11");
      assertThat(exchange(port, new byte[4], 4)).isEqualTo("54 00 00 10");
      emulation.faults().now("tx-laser garbage hex=0102");
      byte[] noise = new byte[2];
      read(port, noise, soon());
      assertThat(noise).containsExactly(1, 2);
      emulation.control("pause");
      port.write(new byte[4], 0, 4, soon());
      assertThat(port.read(noise, 0, 2, System.nanoTime() + 100_000_000)).isZero();
    }
  }

  @Test
  void aClientThatFloodsTheLineIsSlowedDownToItsSpeed() throws IOException {
    try (Emulation emulation = serve(Map.of());
        Descriptor port = Descriptor.open(port())) {
      byte[] flood = new byte[1 << 20];
      long begin = System.nanoTime();
      int written = 0;
      try {
        port.write(flood, 0, flood.length, begin + 300_000_000L);
        written = flood.length;
      } catch (org.optihal.linux.WriteTimeoutException e) {
        written = e.bytesTransferred;
      }
      assertThat(written).as("what a terminal and half a second hold").isLessThan(1 << 16);
      assertThat(emulation.truth().isDark("tx-laser")).isTrue();
    }
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    cycle(3);
    int descriptors = Fds.count();
    cycle(50);
    assertThat(Fds.count()).isEqualTo(descriptors);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(n -> n.startsWith("hal-pty") || n.startsWith("hal-control"));
    assertThat(directory).isEmptyDirectory();
  }

  private void cycle(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      try (Emulation emulation = serve(Map.of());
          Descriptor port = Descriptor.open(port())) {
        assertThat(exchange(port, new byte[4], 4)).isEqualTo("54 00 00 10");
        emulation.faults().unplug("tx-laser");
        emulation.faults().replug("tx-laser");
      }
    }
  }

  private static String exchange(Descriptor port, byte[] out, int count) throws IOException {
    port.write(out, 0, out.length, soon());
    byte[] in = new byte[count];
    return HEX.formatHex(in, 0, read(port, in, soon()));
  }

  private static int read(Descriptor port, byte[] into, long deadline) throws IOException {
    int n = 0;
    while (n < into.length) {
      int k = port.read(into, n, into.length - n, deadline);
      if (k == 0) {
        break;
      }
      n += k;
    }
    return n;
  }

  private static long soon() {
    return System.nanoTime() + 10_000_000_000L;
  }
}

package org.optihal.emulators.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.optihal.emulators.BenchEmulationProvider;
import org.optihal.emulators.TestBench;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.spi.Emulation;
import org.optihal.linux.Fds;

/** The same line over TCP, and the control channel. */
@Tag("tcp")
@Timeout(60)
class TcpEndpointTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private interface Body {
    void run(Emulation emulation, URI line, URI control) throws IOException;
  }

  private static void served(Body body) throws IOException {
    try (Emulation emulation =
        new BenchEmulationProvider()
            .create(TestBench.bench(Map.of(), "tx-laser"), 1, RealClock.get())) {
      List<Emulation.Endpoint> endpoints = emulation.serve(Optional.empty(), true);
      body.run(emulation, URI.create(endpoints.get(1).url()), URI.create(endpoints.get(2).url()));
    }
  }

  private static Socket connect(URI uri) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), 10_000);
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String nop(Socket socket) throws IOException {
    socket.getOutputStream().write(new byte[4]);
    return HEX.formatHex(socket.getInputStream().readNBytes(4));
  }

  @Test
  void anExchangeTakesItsTimeOnTheLine() throws IOException {
    served(
        (emulation, line, control) -> {
          try (Socket socket = connect(line)) {
            long begin = System.nanoTime();
            assertThat(nop(socket)).isEqualTo("54 00 00 10");
            assertThat(System.nanoTime() - begin).isGreaterThan(8 * Uart.byteNanos(9_600));
          }
        });
  }

  @Test
  void aLineHasOneClientAtATime() throws IOException {
    served(
        (emulation, line, control) -> {
          try (Socket first = connect(line)) {
            assertThat(nop(first)).isEqualTo("54 00 00 10");
            try (Socket second = connect(line)) {
              assertThat(second.getInputStream().read()).as("hung up").isEqualTo(-1);
            }
            assertThat(nop(first)).isEqualTo("54 00 00 10");
          }
          String seen = "";
          while (!seen.equals("54 00 00 10")) { // until the first has been noticed to be gone
            try (Socket third = connect(line)) {
              seen = nop(third);
            } catch (IOException e) {
              seen = "reset";
            }
          }
        });
  }

  @Test
  void anUnplugHangsUpAndRefusesUntilReplugged() throws IOException {
    served(
        (emulation, line, control) -> {
          try (Socket socket = connect(line)) {
            assertThat(nop(socket)).isEqualTo("54 00 00 10");
            emulation.faults().unplug("tx-laser");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
          }
          try (Socket socket = connect(line)) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
          }
          emulation.faults().replug("tx-laser");
          try (Socket socket = connect(line)) {
            assertThat(nop(socket)).isEqualTo("54 00 00 10");
          }
        });
  }

  @Test
  void commandsAreAnsweredLineByLine() throws IOException {
    served(
        (emulation, line, control) -> {
          try (Socket socket = connect(control)) {
            assertThat(ask(socket, "truth tx-laser/out")).contains("\"dark\":true");
            assertThat(ask(socket, "nonsense")).startsWith("{\"ok\":false");
            assertThat(ask(socket, "step 1s")).contains("runs by itself");
          }
        });
  }

  @Test
  void hostileInputEndsTheConnectionAndNothingElse() throws IOException {
    served(
        (emulation, line, control) -> {
          for (String hostile :
              List.of("POST / HTTP/1.1\nunplug tx-laser\n", "x".repeat(5_000) + "\nlog\n")) {
            try (Socket socket = connect(control)) {
              socket.getOutputStream().write(hostile.getBytes(StandardCharsets.US_ASCII));
              assertThat(endOf(socket)).isEmpty();
            }
          }
          assertThat(emulation.faults().log()).isEmpty();
          try (Socket socket = connect(control)) {
            assertThat(ask(socket, "log")).isEqualTo("{\"ok\":true,\"log\":[]}");
          }
        });
  }

  @Test
  void nothingIsLeftBehindOfClientsThatStay() throws IOException {
    talkAndStay(3);
    int descriptors = Fds.count();
    talkAndStay(30);
    assertThat(Fds.count()).isEqualTo(descriptors);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(n -> n.startsWith("hal-tcp") || n.startsWith("hal-control"));
  }

  private static void talkAndStay(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      List<Socket> clients = new ArrayList<>();
      served(
          (emulation, line, control) -> {
            clients.add(connect(line));
            clients.add(connect(control));
            assertThat(nop(clients.get(0))).isEqualTo("54 00 00 10");
            assertThat(ask(clients.get(1), "log")).contains("true");
          });
      for (Socket client : clients) {
        client.close();
      }
    }
  }

  /** All that comes until the other side has hung up, with or without ceremony. */
  private static String endOf(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (java.net.SocketException e) {
      return "";
    }
  }

  private static String ask(Socket socket, String command) throws IOException {
    socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
    String answer =
        new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
            .readLine();
    return answer == null ? "" : answer;
  }
}

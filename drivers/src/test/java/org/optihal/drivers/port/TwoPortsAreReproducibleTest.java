package org.optihal.drivers.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.Task;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.link.WireTaps;
import org.optihal.hal.link.WireTraceWriter;

/** Two applications on two ports, each talking to both devices, with lost and late answers. */
class TwoPortsAreReproducibleTest {
  private static final long MS = 1_000_000;

  private record Run(String trace, TreeMap<String, Integer> ends) {}

  private static final class Bench {
    final VirtualClock clock = new VirtualClock();
    final WireTaps taps = new WireTaps();
    final TreeMap<String, Integer> ends = new TreeMap<>();
    final Port[] ports = new Port[2];
    final long[] epochs = new long[2];
    final SplittableRandom seeds;
    final double trouble;

    Bench(long seed, double trouble) {
      this.seeds = new SplittableRandom(seed);
      this.trouble = trouble;
    }

    void start() {
      for (int i = 0; i < 2; i++) {
        EchoDevice device = new EchoDevice(clock, 9600);
        SplittableRandom random = seeds.split();
        device.thinking =
            h -> {
              double u = random.nextDouble();
              return u < trouble
                  ? EchoDevice.NEVER
                  : u < 2 * trouble ? 70 * MS : random.nextInt(3_000_000);
            };
        String name = "memory:" + i;
        int[] nonce = new int[1];
        ports[i] =
            new Port(
                name,
                clock,
                (x, deadline) -> sentinel(x, deadline, nonce),
                16,
                20 * MS,
                taps.point(name));
        epochs[i] = ports[i].up(device.link);
      }
    }

    private static boolean sentinel(Exchange x, long deadline, int[] nonce) {
      while (x.clock().nanos() < deadline) {
        byte[] probe = EchoDevice.frame(Rig.SENTINEL, nonce[0]++ & 0xFF, 0);
        x.write(probe, 0, probe.length);
        int matched = 0;
        byte[] one = new byte[1];
        long until = Math.min(deadline, x.clock().nanos() + 100 * MS);
        while (matched < probe.length && x.readAvailable(one, 0, 1, until) > 0) {
          matched = one[0] == probe[matched] ? matched + 1 : one[0] == probe[0] ? 1 : 0;
        }
        if (matched == probe.length) {
          return true;
        }
      }
      return false;
    }

    /** Talks to its own device and to the other's, and tries again with a jittered pause. */
    void application(int me, SplittableRandom random) {
      for (int n = 0; n < 100; n++) {
        int port = random.nextInt(4) == 0 ? 1 - me : me;
        int session = n;
        for (int attempt = 0; attempt < 3; attempt++) {
          String end = attempt(port, me, session);
          ends.merge(end, 1, Integer::sum);
          if (end.equals("OK")) {
            break;
          }
          clock.sleep(Duration.ofNanos(random.nextLong(5 * MS)));
        }
      }
    }

    private String attempt(int port, int me, int session) {
      try {
        ports[port].call(
            Priority.COMMAND,
            epochs[port],
            500 * MS,
            60 * MS,
            x -> {
              assertThat(Rig.once(x, 1 + me, session, 0)).isEqualTo(1 + me);
              x.pause(2 * MS);
              return Rig.once(x, 1 + me, session, 1);
            });
        return "OK";
      } catch (HalException e) {
        return e.kind() + "/" + e.outcome();
      }
    }
  }

  private static Run run(long seed, double trouble) {
    Bench bench = new Bench(seed, trouble);
    StringBuilder text = new StringBuilder();
    bench.clock.run(
        () -> {
          try (WireTraceWriter trace =
              new WireTraceWriter(text, bench.clock, WireTraceWriter.Redaction.NONE)) {
            bench.taps.tap(trace);
            bench.start();
            SplittableRandom first = bench.seeds.split();
            SplittableRandom second = bench.seeds.split();
            Task other = bench.clock.spawn("second", () -> bench.application(1, second));
            bench.application(0, first);
            other.join(Deadline.FOREVER);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return new Run(text.toString(), bench.ends);
  }

  @Test
  void theSameSeedGivesTheSameTraceByteForByte() {
    Run first = run(42, 0.02);
    assertThat(first.trace.lines().count()).isGreaterThan(800);
    assertThat(first.ends.get("TIMEOUT/UNKNOWN")).as("trouble was there").isGreaterThan(5);
    for (int i = 0; i < 5; i++) {
      Run again = run(42, 0.02);
      assertThat(again.trace).isEqualTo(first.trace);
      assertThat(again.ends).isEqualTo(first.ends);
    }
  }

  @Test
  void anotherSeedGivesAnotherTrace() {
    assertThat(run(43, 0.02).trace).isNotEqualTo(run(42, 0.02).trace);
  }

  @Test
  void aWaitOfOneApplicationIsNoTimeoutOfTheOther() {
    Run run = run(42, 0);
    assertThat(run.ends).containsOnlyKeys("OK");
    assertThat(run.ends.get("OK")).isEqualTo(200);
  }
}

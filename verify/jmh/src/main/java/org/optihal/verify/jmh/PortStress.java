package org.optihal.verify.jmh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.optihal.drivers.port.Exchange;
import org.optihal.drivers.port.Port;
import org.optihal.drivers.port.PortListener;
import org.optihal.drivers.port.PortStatistics;
import org.optihal.drivers.port.Priority;
import org.optihal.drivers.port.Resync;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.clock.Task;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.link.WireTaps;

/**
 * Eight threads on one port in real time, with everything that can go wrong: lost and late answers,
 * disconnects, interrupts, bugs in drivers, calls that may not wait. The device looks for torn
 * frames and mixed sessions, each caller for answers that are not its own.
 *
 * <p>Arguments: {@code EXCHANGES [control]}: the control trusts every line, and must show that
 * wrong answers would be seen. Exits with 1 when what it promises does not hold.
 */
public final class PortStress {
  private static final long MICROS = 1_000;
  private static final long MILLIS = 1_000_000;
  private static final int THREADS = 8;
  private static final long IO = MILLIS;
  private static final long STUCK = 600_000 * MILLIS;

  private final RealClock clock = RealClock.get();
  private final long total;
  private final long seed;
  private final StressDevice.Findings findings = new StressDevice.Findings();
  private final Port port;
  private final AtomicLong exchanges = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();
  private final AtomicInteger frames = new AtomicInteger();
  private final AtomicInteger sessions = new AtomicInteger();
  private final AtomicInteger probes = new AtomicInteger();
  private final AtomicLong lives = new AtomicLong();
  private final Map<String, LongAdder> ends = new ConcurrentSkipListMap<>();

  /**
   * What came of a run.
   *
   * @param exchanges requests that were answered
   * @param torn frames begun within another one
   * @param mixed steps of a session that did not follow one another
   * @param wrong answers to somebody else's request
   * @param late answers that came after their caller had given up
   * @param stuck threads that did not end
   * @param ends how calls ended, by priority, kind and outcome
   */
  public record Result(
      long exchanges,
      long torn,
      long mixed,
      long wrong,
      long late,
      long dropped,
      long disconnects,
      int stuck,
      double seconds,
      PortStatistics port,
      Map<String, Long> ends) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d exchanges in %.1f s: torn %d, mixed %d, wrong %d; late %d, dropped %d, disconnects"
              + " %d, resyncs %d, hand-overs %d, stuck threads %d%n  %s",
          exchanges,
          seconds,
          torn,
          mixed,
          wrong,
          late,
          dropped,
          disconnects,
          port.resyncs(),
          port.handOvers(),
          stuck,
          ends);
    }
  }

  private PortStress(long total, long seed, boolean trusting) {
    this.total = total;
    this.seed = seed;
    Resync resync = trusting ? Resync.NONE : this::sentinel;
    port =
        new Port("memory:stress", clock, resync, 64, MILLIS, new WireTaps().point("memory:stress"));
    port.addListener(
        new PortListener() {
          @Override
          public void portDown(HalException reason) {
            clock.after(MILLIS, PortStress.this::plug);
          }

          @Override
          public void portUp(long epoch) {}
        });
  }

  /** Runs until so many requests were answered. */
  public static Result run(long exchanges, long seed, boolean trusting) {
    return new PortStress(exchanges, seed, trusting).run();
  }

  public static void main(String[] arguments) {
    long total = Long.parseLong(arguments[0]);
    boolean control = arguments.length > 1 && arguments[1].equals("control");
    Result r = run(total, 77, control);
    System.out.println((control ? "without cleaning, " : "") + r);
    boolean whole = r.torn == 0 && r.mixed == 0 && r.stuck == 0;
    boolean good = whole && (control ? r.wrong > 0 : r.wrong == 0);
    System.out.println(good ? "reached" : "MISSED");
    System.exit(good ? 0 : 1);
  }

  private Result run() {
    plug();
    long start = clock.nanos();
    List<Task> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      SplittableRandom random = new SplittableRandom(seed + i);
      threads.add(clock.spawn("stress-" + i, () -> caller(random)));
    }
    int stuck = 0;
    for (Task t : threads) {
      stuck += t.join(start + STUCK) ? 0 : 1;
    }
    double seconds = (clock.nanos() - start) / 1e9;
    Map<String, Long> counted = new ConcurrentSkipListMap<>();
    ends.forEach((k, v) -> counted.put(k, v.sum()));
    return new Result(
        exchanges.get(),
        findings.torn.get(),
        findings.mixed.get(),
        wrong.get(),
        findings.late.get(),
        findings.dropped.get(),
        findings.disconnects.get(),
        stuck,
        seconds,
        port.statistics(),
        counted);
  }

  private void plug() {
    port.up(new StressDevice(clock, seed ^ lives.incrementAndGet() << 32, findings).link());
  }

  /** A probe with a number of its own; whatever comes before its echo is old. */
  private boolean sentinel(Exchange x, long deadline) {
    byte[] bytes = new byte[StressDevice.FRAME];
    while (clock.nanos() < deadline) {
      long probe = StressDevice.probe(probes.incrementAndGet());
      StressDevice.encode(probe, bytes);
      x.write(bytes, 0, bytes.length);
      long until = Math.min(deadline, clock.nanos() + 5 * MILLIS);
      long window = 0;
      while (x.readAvailable(bytes, 0, 1, until) > 0) {
        window = window << 8 | (bytes[0] & 0xFF);
        if (window == probe) {
          return true;
        }
      }
    }
    return false;
  }

  private void caller(SplittableRandom random) {
    while (exchanges.get() < total) {
      double u = random.nextDouble();
      Priority priority = u < 0.02 ? Priority.SAFETY : u < 0.5 ? Priority.COMMAND : Priority.POLL;
      int steps = random.nextInt(10) == 0 ? 3 : 1;
      boolean bug = random.nextInt(500) == 0;
      long queue = random.nextInt(50) == 0 ? 0 : 20 * MILLIS;
      if (random.nextInt(200) == 0) {
        Thread.currentThread().interrupt();
      }
      String end = call(priority, steps, bug, queue);
      boolean interrupted = Thread.interrupted();
      if (end.startsWith("CANCELLED") && !interrupted) {
        end = "interrupt lost";
      }
      ends.computeIfAbsent(priority + " " + end, k -> new LongAdder()).increment();
      if (end.startsWith(Kind.DISCONNECTED.name())) {
        clock.sleep(Duration.ofMillis(1));
      }
    }
  }

  private String call(Priority priority, int steps, boolean bug, long queue) {
    int session = sessions.incrementAndGet();
    try {
      port.call(priority, port.epoch(), queue, steps * IO, x -> session(x, session, steps, bug));
      return "OK";
    } catch (HalException e) {
      return e.kind() + "/" + e.outcome();
    } catch (Bug e) {
      return "bug";
    }
  }

  private boolean session(Exchange x, int session, int steps, boolean bug) {
    byte[] bytes = new byte[StressDevice.FRAME];
    for (int step = 1; step <= steps; step++) {
      long request = StressDevice.request(frames.incrementAndGet(), session, steps == 1 ? 0 : step);
      StressDevice.encode(request, bytes);
      x.write(bytes, 0, bytes.length);
      if (bug) {
        throw new Bug();
      }
      x.readFully(bytes, 0, bytes.length);
      exchanges.incrementAndGet();
      if (StressDevice.decode(bytes) != request) {
        wrong.incrementAndGet();
      }
      if (step == 2) {
        x.pause(20 * MICROS);
      }
    }
    return true;
  }

  private static final class Bug extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Bug() {
      super("a bug after writing", null, false, false);
    }
  }
}

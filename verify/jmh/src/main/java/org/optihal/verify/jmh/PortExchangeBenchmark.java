package org.optihal.verify.jmh;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.optihal.drivers.port.Port;
import org.optihal.drivers.port.Priority;
import org.optihal.drivers.port.Resync;
import org.optihal.drivers.port.Session;
import org.optihal.hal.clock.RealClock;
import org.optihal.hal.link.MemoryLink;
import org.optihal.hal.link.WireTaps;

/** An idle port in real time: what it adds to each exchange. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
public class PortExchangeBenchmark {
  private static final long SECOND = 1_000_000_000;
  private static final int FRAME = 4;

  private final RealClock clock = RealClock.get();
  private final byte[] frame = new byte[FRAME];
  private final MemoryLink link = new MemoryLink("memory:echo", clock, this::echo, new NoLine());
  private final Port port =
      new Port("memory:echo", clock, Resync.NONE, 64, SECOND, new WireTaps().point("memory:echo"));
  private final Session<Integer> exchange =
      x -> {
        x.write(frame, 0, FRAME);
        x.readFully(frame, 0, FRAME);
        return FRAME;
      };
  private final Session<Integer> nothing = x -> 0;
  private long epoch;

  private void echo(byte[] bytes) {
    link.deliver(bytes, 0, bytes.length);
  }

  /**
   * Runs them all.
   *
   * @param arguments most nanoseconds that an exchange may take; exits with 1 when it takes more
   */
  public static void main(String[] arguments) throws RunnerException {
    double limit = Double.parseDouble(arguments[0]);
    Options options =
        new OptionsBuilder()
            .include(PortExchangeBenchmark.class.getName())
            .verbosity(VerboseMode.SILENT)
            .build();
    double exchange = Double.NaN;
    for (RunResult run : new Runner(options).run()) {
      Result<?> result = run.getPrimaryResult();
      System.out.printf(
          Locale.ROOT,
          "%-10s %7.1f +- %.1f ns%n",
          result.getLabel(),
          result.getScore(),
          result.getScoreError());
      if (result.getLabel().equals("exchange")) {
        exchange = result.getScore();
      }
    }
    boolean reached = exchange <= limit;
    System.out.printf(
        Locale.ROOT,
        "an exchange over an idle port takes %.0f ns, must reach %.0f: %s%n",
        exchange,
        limit,
        reached ? "reached" : "MISSED");
    System.exit(reached ? 0 : 1);
  }

  @Setup
  public void open() {
    epoch = port.up(link);
  }

  /** Four bytes to a device that echoes them at once, and back. */
  @Benchmark
  public int exchange() {
    return port.call(Priority.POLL, epoch, SECOND, SECOND, exchange);
  }

  /** The port alone: taking turns and looking for stale bytes. */
  @Benchmark
  public int call() {
    return port.call(Priority.POLL, epoch, SECOND, SECOND, nothing);
  }

  /** The same exchange without a port. */
  @Benchmark
  public int linkAlone() {
    link.write(frame, 0, FRAME, Long.MAX_VALUE);
    return link.read(frame, 0, FRAME, Long.MAX_VALUE);
  }
}

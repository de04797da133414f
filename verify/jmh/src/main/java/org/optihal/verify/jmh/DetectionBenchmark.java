package org.optihal.verify.jmh;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
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
import org.optihal.physics.photon.AvalancheDetector;
import org.optihal.physics.photon.AvalancheSimulator;
import org.optihal.physics.photon.PulseTrain;

/** Simulated detections with dead time, recovery, after-pulses of five traps, and jitter. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
public class DetectionBenchmark {
  private static final int BATCH = 4096;
  private static final long SEED = 1;
  private static final PulseTrain PULSES = new PulseTrain(1e9, 0.1e-9, 0.1, 50e-12);

  private final long[] times = new long[BATCH];
  private AvalancheSimulator freeRunning = simulator(AvalancheDetector.SILICON);
  private AvalancheSimulator gated = simulator(AvalancheDetector.GIGAHERTZ_GATED);

  private static AvalancheSimulator simulator(AvalancheDetector detector) {
    return new AvalancheSimulator(detector, new SplittableRandom(SEED));
  }

  /**
   * Runs them all.
   *
   * @param arguments least million detections per second of a free-running detector in continuous
   *     light; exits with 1 when there are fewer
   */
  public static void main(String[] arguments) throws RunnerException {
    double limit = Double.parseDouble(arguments[0]);
    Options options =
        new OptionsBuilder()
            .include(DetectionBenchmark.class.getName())
            .verbosity(VerboseMode.SILENT)
            .build();
    double slowest = Double.POSITIVE_INFINITY;
    for (RunResult run : new Runner(options).run()) {
      Result<?> result = run.getPrimaryResult();
      double millions = result.getScore() * 1e-6;
      System.out.printf(
          Locale.ROOT,
          "%-20s %6.1f +- %.1f million detections per second%n",
          result.getLabel(),
          millions,
          result.getScoreError() * 1e-6);
      if (result.getLabel().startsWith("freeRunning")) {
        slowest = Math.min(slowest, millions);
      }
    }
    boolean reached = slowest >= limit;
    System.out.printf(
        Locale.ROOT,
        "a free-running detector gives %.1f million detections per second, must reach %.1f: %s%n",
        slowest,
        limit,
        reached ? "reached" : "MISSED");
    System.exit(reached ? 0 : 1);
  }

  @Setup(Level.Iteration)
  public void start() {
    freeRunning = simulator(AvalancheDetector.SILICON);
    gated = simulator(AvalancheDetector.GIGAHERTZ_GATED);
  }

  /** Low light: detections apart, most carriers released before the next one. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int freeRunningLow() {
    return freeRunning.detect(1e6, Long.MAX_VALUE, times);
  }

  /** Half saturated. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int freeRunningHigh() {
    return freeRunning.detect(1e8, Long.MAX_VALUE, times);
  }

  /** Pulses, with some continuous light beside them. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int pulsed() {
    return freeRunning.detect(1e5, PULSES, Long.MAX_VALUE, times);
  }

  /** Pulses in gates of a gigahertz. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int gatedPulsed() {
    return gated.detect(1e5, PULSES, Long.MAX_VALUE, times);
  }
}

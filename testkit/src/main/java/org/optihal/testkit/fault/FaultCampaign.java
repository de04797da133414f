package org.optihal.testkit.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.Kind;
import org.optihal.hal.spi.Emulation;
import org.optihal.testkit.Seed;

/**
 * Runs a scenario on an emulated bench many times, each time with other faults. A run fails when
 * the scenario does, when a call misses its deadline, when a wrong value is called GOOD, when a
 * poll of a driver throws, or when something on the bench was damaged; the first failure ends the
 * campaign with its seed and its plan.
 *
 * <pre>{@code
 * new FaultCampaign(bench, new LaserFaultScenario("tx-laser", limits)).seeds(1, 1000).run();
 * }</pre>
 */
public final class FaultCampaign {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L; // keeps the streams of one seed apart

  private final Bench bench;
  private final Scenario scenario;
  private Plans plans;
  private long first = 1;
  private int count = 100;

  /** What an application does with the bench; runs as the first actor of a virtual clock. */
  @FunctionalInterface
  public interface Scenario {
    void run(Trial trial) throws Exception;
  }

  /** Makes the plan of a run. */
  @FunctionalInterface
  public interface Plans {
    FaultPlan next(SplittableRandom random, List<String> devices);
  }

  /**
   * What a campaign that found nothing did.
   *
   * @param plans runs
   * @param calls in all runs
   * @param readings GOOD ones that were compared with the truth
   * @param failures calls that ended with an error, by its kind
   */
  public record Result(int plans, long calls, long readings, Map<Kind, Long> failures) {
    @Override
    public String toString() {
      return plans
          + " plans, "
          + calls
          + " calls, "
          + readings
          + " readings compared, failed calls "
          + new TreeMap<>(failures);
    }
  }

  public FaultCampaign(Bench bench, Scenario scenario) {
    this.bench = bench;
    this.scenario = scenario;
    this.plans = (random, devices) -> FaultPlan.bytes(random, devices, 6, Duration.ofSeconds(5));
  }

  /** Other faults than six byte faults within five seconds. */
  public FaultCampaign plans(Plans newPlans) {
    plans = newPlans;
    return this;
  }

  /** Which seeds; one given by {@code -Dseed=} is run alone. */
  public FaultCampaign seeds(long newFirst, int newCount) {
    first = newFirst;
    count = newCount;
    return this;
  }

  /**
   * Runs all plans.
   *
   * @throws AssertionError at the first that fails, with its seed and plan
   */
  public Result run() {
    Tally tally = new Tally();
    if (Seed.given().isPresent()) {
      run(Seed.given().getAsLong(), tally);
      return tally.result(1);
    }
    for (int i = 0; i < count; i++) {
      run(first + i, tally);
    }
    return tally.result(count);
  }

  private void run(long seed, Tally tally) {
    SplittableRandom random = new SplittableRandom(seed * GOLDEN);
    FaultPlan plan = plans.next(random.split(), List.copyOf(bench.devices().keySet()));
    VirtualClock clock = new VirtualClock();
    try {
      clock.call(() -> run(seed, plan, random, clock, tally));
    } catch (Throwable t) {
      throw new AssertionError(
          "seed "
              + seed
              + " failed: "
              + t.getMessage()
              + "\nreplay with -Dseed="
              + seed
              + "; its faults were\n"
              + plan,
          t);
    }
  }

  private boolean run(
      long seed, FaultPlan plan, SplittableRandom random, VirtualClock clock, Tally tally)
      throws Exception {
    try (Hal hal = Hal.emulate(bench, seed, clock)) {
      Emulation emulation = hal.emulation().orElseThrow();
      emulation.faults().plan(plan.steps());
      scenario.run(new Trial(hal, emulation, plan, random, tally));
      if (!hal.pollFailures().isEmpty()) {
        Throwable failure = hal.pollFailures().get(0);
        throw new AssertionError("a poll failed: " + failure, failure);
      }
      if (!emulation.truth().damage().isEmpty()) {
        throw new AssertionError("damage: " + String.join("; ", emulation.truth().damage()));
      }
    }
    return true;
  }
}

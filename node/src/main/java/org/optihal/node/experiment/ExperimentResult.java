package org.optihal.node.experiment;

import java.time.Duration;
import java.util.List;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Experiment;
import org.optihal.node.experiment.Verdict.Outcome;

/**
 * All that a run gave; the same for the same bench, duration and seed.
 *
 * @param name of the experiment
 * @param bench that it ran on, with its experiment
 * @param duration of this run
 * @param devices that were reached through their drivers
 * @param happenings commands in the order in which they were carried out
 * @param skipped commands of the schedule that come after the end of this run
 * @param meters in the order of the file
 * @param points that were polled, in the order of the file
 * @param budgets of the signals' sources, at the first sample
 * @param damage done by light, one line each
 * @param bugs failures of our own, which make the result worthless
 */
public record ExperimentResult(
    String name,
    Bench bench,
    Duration duration,
    long seed,
    List<DeviceRow> devices,
    List<Happening> happenings,
    List<String> skipped,
    List<MeterRecord> meters,
    List<PointRecord> points,
    List<LightBudget> budgets,
    List<Verdict> verdicts,
    List<String> damage,
    List<String> bugs) {
  /**
   * A device that a driver spoke to.
   *
   * @param driver its code
   * @param identity what the device said of itself
   * @param afterwards what making it safe achieved at the end, in words
   */
  public record DeviceRow(String id, String driver, String identity, String afterwards) {}

  public ExperimentResult {
    devices = List.copyOf(devices);
    happenings = List.copyOf(happenings);
    skipped = List.copyOf(skipped);
    meters = List.copyOf(meters);
    points = List.copyOf(points);
    budgets = List.copyOf(budgets);
    verdicts = List.copyOf(verdicts);
    damage = List.copyOf(damage);
    bugs = List.copyOf(bugs);
  }

  public Experiment experiment() {
    return bench.experiment().orElseThrow();
  }

  /** Nothing is not reproduced, nothing was damaged, and nothing of ours failed. */
  public boolean isGood() {
    return damage.isEmpty()
        && bugs.isEmpty()
        && verdicts.stream().noneMatch(v -> v.outcome() == Outcome.NOT_REPRODUCED);
  }
}

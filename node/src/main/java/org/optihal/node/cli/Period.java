package org.optihal.node.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import picocli.CommandLine.Option;

/** How often a command looks, and how long it runs. */
final class Period {
  @Option(
      names = "--every",
      paramLabel = "DURATION",
      defaultValue = "1s",
      converter = Await.DurationText.class,
      description = "Time from one round of readings to the next (default: ${DEFAULT-VALUE}).")
  Duration every = Duration.ofSeconds(1);

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = Await.DurationText.class,
      description = "Stop after this time; else on Ctrl-C or SIGTERM.")
  @Nullable Duration duration;

  Deadline end(HalClock clock) {
    Duration d = duration;
    return d == null ? new Deadline(Deadline.FOREVER) : Deadline.in(clock, d);
  }
}

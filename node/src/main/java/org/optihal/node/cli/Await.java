package org.optihal.node.cli;

import java.time.Duration;
import java.util.Locale;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.quantity.UnitText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How long, and for what, a command that changes something waits. */
final class Await {
  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "60s",
      converter = DurationText.class,
      description = "Longest wait, such as 500ms or 2min (default: ${DEFAULT-VALUE}).")
  Duration timeout = Duration.ofSeconds(60);

  @Option(
      names = "--until",
      paramLabel = "MILESTONE",
      defaultValue = "settled",
      converter = MilestoneText.class,
      description =
          "accepted: the device took the command; done: it says it has finished; settled: a read-back"
              + " or measurement confirms it (default: ${DEFAULT-VALUE}).")
  Milestone until = Milestone.SETTLED;

  /** Text with a unit, as everywhere. */
  static final class DurationText implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return UnitText.duration(text);
    }
  }

  /** In lower case, as everywhere outside Java. */
  static final class MilestoneText implements ITypeConverter<Milestone> {
    @Override
    public Milestone convert(String text) {
      return Milestone.valueOf(text.toUpperCase(Locale.ROOT));
    }
  }
}

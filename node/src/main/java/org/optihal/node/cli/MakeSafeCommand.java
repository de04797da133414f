package org.optihal.node.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.DeviceEntry.StopPolicy;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.device.SafeReport.Outcome;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "make-safe",
    description = {
      "Brings devices into their safe state, all at once, and tells what is known of the light then.",
      "Exit code 0 only when a sensor saw no emission, or there was nothing to do, for every device.",
      "This is not an interlock and not an emergency stop."
    })
final class MakeSafeCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Shell shell;

  @ArgGroup(multiplicity = "1")
  Target target = new Target();

  @Mixin JsonOption json = new JsonOption();

  @Parameters(
      paramLabel = "DEVICE",
      description = "Which devices; without any, all whose on-stop is SAFE.")
  List<String> devices = List.of();

  MakeSafeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Output out = new Output(shell, json.json);
    try (LiveBench bench = new LiveBench(shell, target.open(shell))) {
      Hal hal = bench.hal();
      List<Device> chosen =
          devices.isEmpty()
              ? hal.devices().stream().filter(d -> isMeant(hal, d, out)).toList()
              : devices.stream().distinct().map(hal::device).toList();
      List<SafeReport> reports =
          Parallel.each(hal.clock(), "make-safe", chosen, d -> makeSafe(hal, d));
      for (int i = 0; i < chosen.size(); i++) {
        print(chosen.get(i), reports.get(i), out);
      }
    }
    return out.exitCode();
  }

  /** HOLD stands at what carries traffic: only its name on the command line ends that. */
  private static boolean isMeant(Hal hal, Device device, Output out) {
    boolean safe =
        hal.bench().device(device.id()).map(e -> e.onStop() == StopPolicy.SAFE).orElse(true);
    if (!safe) {
      out.result(
          device.id() + "  left as it is: its on-stop is HOLD; name it to make it safe",
          Json.object("device", device.id(), "outcome", null, "text", "on-stop is HOLD"));
    }
    return safe;
  }

  private static SafeReport makeSafe(Hal hal, Device device) {
    try {
      Connector.connect(hal, device, Access.CONTROL);
    } catch (HalException e) {
      return new SafeReport(Outcome.PENDING_UNREACHABLE, e.getMessage());
    }
    return device.makeSafe(Deadline.in(hal.clock(), PATIENCE));
  }

  private static void print(Device device, SafeReport report, Output out) {
    String outcome = ValueType.word(report.outcome());
    out.result(
        device.id() + "  " + outcome + "  " + report.text(),
        Json.object("device", device.id(), "outcome", outcome, "text", report.text()));
    if (report.outcome() != Outcome.VERIFIED_DARK && report.outcome() != Outcome.NOTHING_TO_DO) {
      out.failed(ExitCode.FAILED);
    }
  }
}

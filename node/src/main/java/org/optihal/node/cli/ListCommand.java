package org.optihal.node.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.Drivers;
import org.optihal.hal.Hal;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.point.Point;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = {
      "Without --bench, the installed drivers with their links and options.",
      "With --bench, its devices: asked who they are, and nothing else."
    })
final class ListCommand implements Callable<Integer> {
  private final Shell shell;

  @ArgGroup(exclusive = false)
  Target.@Nullable BenchFile bench;

  @Option(
      names = "--points",
      description = "With --bench: every point with its type, range and description.")
  boolean points;

  @Mixin JsonOption json = new JsonOption();

  ListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Output out = new Output(shell, json.json);
    Target.BenchFile file = bench;
    if (file == null) {
      Drivers.installed().all().forEach(driver -> new DriverView(driver).printTo(out));
    } else {
      try (Hal hal = file.open(shell)) {
        List<Device> all = List.copyOf(hal.devices());
        Connector.connect(hal, all, Access.OBSERVE, out);
        if (points) {
          printPoints(all, out);
        } else {
          printDevices(hal, all, out);
        }
      }
    }
    return out.exitCode();
  }

  private static void printDevices(Hal hal, List<Device> devices, Output out) {
    Table table = DeviceView.table();
    for (Device d : devices) {
      DeviceView view = DeviceView.of(hal.bench(), d);
      view.addTo(table);
      out.object(view.json());
    }
    out.table(table);
  }

  private static void printPoints(List<Device> devices, Output out) {
    Table table = PointView.table();
    for (Device d : devices) {
      for (Point p : d.points()) {
        PointView view = new PointView(p);
        view.addTo(table);
        out.object(view.json());
      }
    }
    out.table(table);
  }
}

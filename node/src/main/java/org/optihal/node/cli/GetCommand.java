package org.optihal.node.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.optihal.hal.Hal;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Sensor;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "get",
    description = {
      "Reads points and prints address and value.",
      "Only asks: no set-up is written to the device, and nothing changes when the command ends."
    })
final class GetCommand implements Callable<Integer> {
  private final Shell shell;

  @ArgGroup(multiplicity = "1")
  Target target = new Target();

  @Mixin JsonOption json = new JsonOption();

  @Parameters(
      paramLabel = "ADDRESS",
      description = {
        "Such as tx-laser.frequency, mbx/voa.attenuation, or tx-laser for all of a device.",
        "With --url the point alone: frequency. Without any, everything that is cheap to read."
      })
  List<String> addresses = List.of();

  GetCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Output out = new Output(shell, json.json);
    Selection selection = target.select(addresses);
    try (Hal hal = target.open(shell)) {
      List<Device> devices = Connector.connect(hal, selection.devices(hal), Access.OBSERVE, out);
      Map<Sensor<?>, Device> sensors = new LinkedHashMap<>();
      for (Device d : devices) {
        selection.sensors(hal, d).forEach(s -> sensors.put(s, d));
      }
      int width =
          sensors.keySet().stream().mapToInt(s -> s.address().toString().length()).max().orElse(0);
      sensors.forEach((sensor, device) -> print(sensor, width, out));
    }
    return out.exitCode();
  }

  private static void print(Sensor<?> sensor, int width, Output out) {
    try {
      Observation<?> o = Observation.read(sensor);
      out.result(Table.pad(o.address().toString(), width) + " " + o.text(), o.json());
    } catch (HalException e) {
      out.failure(e.at(sensor.address().device()));
    }
  }
}

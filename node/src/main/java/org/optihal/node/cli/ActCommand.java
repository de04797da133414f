package org.optihal.node.cli;

import java.util.concurrent.Callable;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Access;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.point.Act;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.ValueType;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "act",
    description = "Does something once that has no value: clear latched alarms, save, reset.")
final class ActCommand implements Callable<Integer> {
  private final Shell shell;

  @ArgGroup(multiplicity = "1")
  Target target = new Target();

  @Mixin JsonOption json = new JsonOption();
  @Mixin LightCheck light = new LightCheck();
  @Mixin Await await = new Await();

  @Parameters(
      paramLabel = "ADDRESS",
      description = "Such as tx-laser.clearAlarms; with --url the point alone: clearAlarms.")
  String address = "";

  ActCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Output out = new Output(shell, json.json);
    Address where = target.address(address);
    try (Hal hal = target.open(shell, Benches::held)) {
      Connector.connect(hal, hal.device(where.device()), Access.CONTROL);
      Act act = Selection.act(hal.point(where));
      light.pass(hal, where, where.toString(), act.canMakeLight());
      Deadline deadline = Deadline.in(hal.clock(), await.timeout);
      Operation<Boolean> operation = act.run(deadline);
      operation.await(await.until, deadline);
      String reached = operation.reached().map(ValueType::word).orElse("");
      out.result(where + " " + reached, Json.object("address", where, "reached", reached));
    }
    return out.exitCode();
  }
}

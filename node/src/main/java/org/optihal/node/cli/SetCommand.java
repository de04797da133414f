package org.optihal.node.cli;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.error.HalException;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Applied;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Disturbance;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.ValueType;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "set",
    description = {
      "Sets a point and waits until the device confirms it.",
      "What was set stays when the command ends, whatever the bench file says under on-stop: that is"
          + " for programs that keep devices, such as 'optihal run'."
    })
final class SetCommand implements Callable<Integer> {
  private final Shell shell;

  @Spec CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  Target target = new Target();

  @Mixin JsonOption json = new JsonOption();
  @Mixin LightCheck light = new LightCheck();
  @Mixin Await await = new Await();

  @Parameters(
      index = "0",
      paramLabel = "ADDRESS",
      description = "Such as tx-laser.frequency; with --url the point alone: frequency.")
  String address = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "VALUE",
      description = "With its unit: 193.1 THz, -10 dBm, on. Quotes are not needed.")
  List<String> words = List.of();

  SetCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    String text = value();
    Output out = new Output(shell, json.json);
    Address where = target.address(address);
    try (Hal hal = target.open(shell, Benches::held)) {
      Device device = hal.device(where.device());
      device.point(where.tail()).ifPresent(p -> Selection.control(p).type().parse(text));
      Connector.connect(hal, device, Access.CONTROL);
      apply(hal, Selection.control(hal.point(where)), text, out);
    }
    return out.exitCode();
  }

  /** Negative numbers are values; everything else with a minus was meant as an option. */
  private String value() {
    for (String word : words) {
      if (word.startsWith("-") && !word.matches("-[.0-9].*")) {
        throw new ParameterException(spec.commandLine(), "Unknown option: '" + word + "'");
      }
    }
    return String.join(" ", words);
  }

  private <T> void apply(Hal hal, Control<T> control, String text, Output out) {
    ValueType<T> type = control.type();
    T value = type.parse(text);
    try {
      control.capability().check(value, type, order(type)); // before anybody argues about light
    } catch (HalException e) {
      throw e.at(control.address().toString());
    }
    light.pass(
        hal,
        control.address(),
        control.address() + " = " + type.format(value),
        control.canMakeLight(value));
    Disturbance disturbance = control.disturbance(value);
    Deadline deadline = Deadline.in(hal.clock(), await.timeout);
    Operation<Applied<T>> operation = control.apply(value, deadline);
    Applied<T> applied = operation.await(await.until, deadline);
    print(control, applied, disturbance, operation, out);
  }

  private static <T> Comparator<T> order(ValueType<T> type) {
    return Comparator.comparingDouble(
        value -> type.canonical(value) instanceof Number n ? n.doubleValue() : 0);
  }

  private <T> void print(
      Control<T> control,
      Applied<T> applied,
      Disturbance disturbance,
      Operation<?> operation,
      Output out) {
    ValueType<T> type = control.type();
    Reading<T> confirmation = applied.confirmation();
    Observation<T> confirmed =
        confirmation == null ? null : new Observation<>(control.address(), type, confirmation);
    String reached = operation.reached().map(ValueType::word).orElse("");
    out.text(control.address().toString());
    out.text("  requested    " + type.format(applied.requested()));
    out.text("  programmed   " + type.format(applied.programmed()));
    out.text(
        "  confirmed    "
            + (confirmed == null
                ? "not yet"
                : confirmed.text() + " (" + ValueType.word(confirmed.reading().source()) + ")"));
    out.text("  disturbance  " + ValueType.word(disturbance));
    out.text("  reached      " + reached);
    out.object(
        Json.object(
            "address", control.address(),
            "unit", type.unit(),
            "requested", type.canonical(applied.requested()),
            "programmed", type.canonical(applied.programmed()),
            "confirmation", confirmed == null ? null : confirmed.json(),
            "disturbance", ValueType.word(disturbance),
            "reached", reached));
  }
}

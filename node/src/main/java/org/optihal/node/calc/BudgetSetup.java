package org.optihal.node.calc;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Command;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.Experiment;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.error.HalException;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.point.Applied;
import org.optihal.hal.point.Control;
import org.optihal.hal.spi.Emulation;

/** Brings an emulated bench to where its experiment begins. */
final class BudgetSetup {
  /** A laser tunes for half a minute; nothing takes longer. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Hal hal;
  private final Emulation emulation;
  private final Map<String, Element> elements;

  private BudgetSetup(Hal hal, Bench bench) {
    this.hal = hal;
    this.emulation = hal.emulation().orElseThrow();
    this.elements = new LinkedHashMap<>(bench.elements());
  }

  /** Carries out the setup of the experiment, if there is one; returns the bench as it is then. */
  static Bench carryOut(Hal hal, Bench bench) {
    BudgetSetup setup = new BudgetSetup(hal, bench);
    bench.experiment().map(Experiment::setup).ifPresent(all -> all.forEach(setup::carryOut));
    return new Bench(
        bench.node(), bench.devices(), setup.elements, bench.wiring(), bench.experiment());
  }

  private void carryOut(String text) {
    Command command = Command.parse(text);
    if (command instanceof Command.SetPoint set) {
      connect(hal.device(set.point().device()));
      if (!(hal.point(set.point()) instanceof Control<?> control)) {
        throw HalException.configuration(set.point() + " cannot be set");
      }
      apply(control, set.value());
    } else if (command instanceof Command.ChangeElement change) {
      String answer =
          emulation.control(
              String.join(" ", "element", change.element(), change.parameter(), change.value()));
      if (!answer.contains("\"ok\":true")) {
        throw HalException.configuration("'" + text + "' was answered by " + answer);
      }
      elements.computeIfPresent(
          change.element(), (id, e) -> e.with(change.parameter(), change.value()));
    } else if (command instanceof Command.MakeFault fault) {
      emulation.faults().now(fault.at() + " " + fault.words());
    } else if (command instanceof Command.Wait wait) {
      hal.clock().sleep(wait.time());
    }
  }

  private void connect(Device device) {
    if (device.state() == DeviceState.NEW) {
      device.connect(Access.CONTROL, Deadline.in(hal.clock(), PATIENCE));
    }
  }

  private <T> void apply(Control<T> control, String value) {
    Deadline deadline = Deadline.in(hal.clock(), PATIENCE);
    Operation<Applied<T>> operation = control.apply(control.type().parse(value), deadline);
    Applied<T> applied = operation.await(Milestone.SETTLED, deadline);
    Objects.requireNonNull(applied);
  }
}

package org.optihal.node.experiment;

import java.time.Duration;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Command;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.point.Applied;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Point;
import org.optihal.hal.spi.Emulation;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Carries out what an experiment does to its bench. */
final class Commands {
  /** A laser tunes for half a minute; nothing takes longer. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final JsonFactory JSON = new JsonFactory();

  private final Hal hal;
  private final Emulation emulation;
  private final MeterBench bench;

  Commands(Hal hal, Emulation emulation, MeterBench bench) {
    this.hal = hal;
    this.emulation = emulation;
    this.bench = bench;
  }

  /**
   * Does it, and waits until it is done.
   *
   * @return what became of it, in words
   */
  String carryOut(Command command) {
    HalClock clock = hal.clock();
    long begin = clock.nanos();
    if (command instanceof Command.SetPoint set) {
      apply(control(set), set.value());
      return "settled after " + words(clock.nanos() - begin);
    }
    if (command instanceof Command.ChangeElement change) {
      checkAnswer(
          emulation.control(
              "element " + change.element() + " " + change.parameter() + " " + change.value()));
      bench.change(change.element(), change.parameter(), change.value());
    } else if (command instanceof Command.MakeFault fault) {
      emulation.faults().now(fault.at() + " " + fault.words());
    } else if (command instanceof Command.Wait wait) {
      clock.sleep(wait.time());
    }
    return "done";
  }

  private Control<?> control(Command.SetPoint set) {
    Point point = hal.point(set.point());
    if (point instanceof Control<?> control) {
      return control;
    }
    throw HalException.configuration(set.point() + " cannot be set");
  }

  private <T> void apply(Control<T> control, String value) {
    Deadline deadline = Deadline.in(hal.clock(), PATIENCE);
    Operation<Applied<T>> operation = control.apply(control.type().parse(value), deadline);
    Applied<T> unused = operation.await(Milestone.SETTLED, deadline);
  }

  private static String words(long nanos) {
    return Unit.SECONDS.format(nanos / 1e9);
  }

  /** The control channel answers one JSON object: {@code ok}, and {@code error} where it is not. */
  private static void checkAnswer(String answer) {
    boolean ok = false;
    String error = "the emulation answered nothing";
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), answer)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.PROPERTY_NAME) {
          String name = json.currentName();
          JsonToken value = json.nextToken();
          ok |= name.equals("ok") && value == JsonToken.VALUE_TRUE;
          error = name.equals("error") ? json.getString() : error;
        }
      }
    }
    if (!ok) {
      throw HalException.configuration(error);
    }
  }
}

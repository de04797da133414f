package org.optihal.emulators.control;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.UnitText;
import org.optihal.hal.spi.Emulation;

/** Carries out one command, given as words, and answers with one JSON object. */
public final class Control {
  /** Longer lines are refused unread. */
  public static final int MAX_LINE = 4096;

  private static final Duration MAX_STEP = Duration.ofDays(1);

  private static final List<String> HELP =
      List.of(
          "fault <device>[/link] <fault> [key=value...]: makes it happen now",
          "unplug <device>: pulls the cable, the device keeps its power",
          "replug <device>: plugs it in again",
          "pause: all devices turn deaf and mute, no line drops",
          "resume: ends the pause",
          "step <duration>: lets virtual time pass",
          "element <id> <parameter> <value>: gives an element another parameter",
          "truth <device>/<port>: the light that leaves a port of a device or an element",
          "state <device>: the state of the model of a device or an element",
          "log: the faults so far, as a plan",
          "help: these lines");

  private final Emulation emulation;
  private final Consumer<Boolean> pause;
  private final ElementChange change;

  /** Gives an element another parameter. */
  @FunctionalInterface
  public interface ElementChange {
    /** Refuses unknown ids, parameters and values with HalException CONFIGURATION. */
    void apply(String id, String parameter, String value);
  }

  /**
   * Commands for one emulation.
   *
   * @param pause told true to pause, false to resume
   */
  public Control(Emulation emulation, Consumer<Boolean> pause, ElementChange change) {
    this.emulation = emulation;
    this.pause = pause;
    this.change = change;
  }

  /** The answer to one line; what is wrong with a line is told in the answer. */
  public String answer(String line) {
    try {
      if (line.length() > MAX_LINE) {
        throw HalException.configuration("a command has at most " + MAX_LINE + " characters");
      }
      String[] words = line.strip().split("\\s+", 2);
      return answer(words[0], words.length > 1 ? words[1] : "").toString();
    } catch (HalException e) {
      return new JsonLine()
          .put("ok", false)
          .put("error", e.getMessage())
          .put("kind", e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .toString();
    }
  }

  private JsonLine answer(String command, String argument) {
    if (needsArgument(command) == argument.isEmpty()) {
      throw unknown(command + (argument.isEmpty() ? "" : " " + argument));
    }
    JsonLine ok = new JsonLine().put("ok", true);
    switch (command) {
      case "fault" -> emulation.faults().now(argument);
      case "unplug" -> emulation.faults().unplug(argument);
      case "replug" -> emulation.faults().replug(argument);
      case "pause" -> pause.accept(true);
      case "resume" -> pause.accept(false);
      case "step" -> step(UnitText.duration(argument));
      case "element" -> {
        String[] words = argument.split("\\s+", 3);
        if (words.length < 3) {
          throw unknown(command + " " + argument);
        }
        change.apply(words[0], words[1], words[2]);
      }
      case "truth" -> {
        OpticalPower light = emulation.truth().light(argument);
        ok.put("watts", light.watts()).put("dbm", light.dbm()).put("dark", light.watts() == 0);
      }
      case "state" -> emulation.truth().state(argument).forEach(ok::put);
      case "log" -> ok.put("log", emulation.faults().log());
      case "help" -> ok.put("help", HELP);
      default -> throw unknown(command);
    }
    return ok;
  }

  private static boolean needsArgument(String command) {
    return HELP.stream().anyMatch(line -> line.startsWith(command + " <"));
  }

  private void step(Duration duration) {
    if (!(emulation.clock() instanceof VirtualClock)) {
      throw HalException.configuration("only virtual time can be stepped, this one runs by itself");
    }
    if (duration.isNegative() || duration.compareTo(MAX_STEP) > 0) {
      throw HalException.configuration("a step is 0 s to 1 d");
    }
    emulation.clock().sleep(duration);
  }

  private static HalException unknown(String command) {
    String shown = command.length() > 80 ? command.substring(0, 80) + "..." : command;
    return HalException.configuration("'" + shown + "' is no command").advise("ask for help");
  }
}

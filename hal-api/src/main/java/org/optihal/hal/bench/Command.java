package org.optihal.hal.bench;

import java.time.Duration;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Address;
import org.optihal.hal.quantity.UnitText;

/** One thing that an experiment does to its bench. */
public sealed interface Command {
  /**
   * {@code set tx-laser.frequency = 193.1 THz}: through the driver of the device.
   *
   * @param point what is set
   * @param value as text with unit
   */
  record SetPoint(Address point, String value) implements Command {}

  /**
   * {@code element voa attenuation = 12 dB}: another value for a parameter of an element.
   *
   * @param element id of the element
   * @param parameter its name
   * @param value as text with unit
   */
  record ChangeElement(String element, String parameter, String value) implements Command {}

  /**
   * {@code fault tx-laser reboot}: what an emulation can do to a device or to one of its links.
   *
   * @param at a device, or {@code device/link}
   * @param words the fault and its parameters
   */
  record MakeFault(Address at, String words) implements Command {}

  /**
   * {@code wait 10 s}.
   *
   * @param time above zero
   */
  record Wait(Duration time) implements Command {}

  /**
   * Reads a command; whether what it names exists is not its business.
   *
   * @throws HalException CONFIGURATION with the accepted forms
   */
  static Command parse(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw HalException.configuration("a command is one line without control characters");
    }
    String t = text.strip();
    int space = t.indexOf(' ');
    String rest = space < 0 ? "" : t.substring(space).strip();
    return switch (space < 0 ? t : t.substring(0, space)) {
      case "set" -> Parser.setPoint(rest);
      case "element" -> Parser.changeElement(rest);
      case "fault" -> Parser.makeFault(rest);
      case "wait" -> Parser.pause(rest);
      default ->
          throw HalException.configuration("'" + Quoted.of(t) + "' is not a command")
              .advise(String.join("; ", Parser.SET, Parser.ELEMENT, Parser.FAULT, Parser.WAIT));
    };
  }

  /** The grammar behind the first word. */
  final class Parser {
    private static final String SET = "set tx-laser.power = 3 dBm";
    private static final String ELEMENT = "element voa attenuation = 12 dB";
    private static final String FAULT = "fault tx-laser reboot";
    private static final String WAIT = "wait 10 s";

    private Parser() {}

    private static SetPoint setPoint(String rest) {
      String[] sides = sides(rest, SET);
      Address point = Address.parse(sides[0]);
      if (point.point().isEmpty()) {
        throw HalException.configuration("'" + point + "' names no point")
            .advise("write for example " + SET);
      }
      return new SetPoint(point, sides[1]);
    }

    private static ChangeElement changeElement(String rest) {
      String[] sides = sides(rest, ELEMENT);
      String[] names = sides[0].split("\\s+", 3);
      if (names.length != 2) {
        throw refused("element " + rest, ELEMENT);
      }
      return new ChangeElement(names[0], names[1], sides[1]);
    }

    private static MakeFault makeFault(String rest) {
      String[] words = rest.split("\\s+", 2);
      if (words.length != 2) {
        throw refused("fault " + rest, FAULT);
      }
      Address at = Address.parse(words[0]);
      if (!at.point().isEmpty()) {
        throw HalException.configuration("'" + at + "' is a point")
            .advise("a fault happens to a device or to one of its links: " + FAULT);
      }
      return new MakeFault(at, words[1]);
    }

    private static Wait pause(String rest) {
      Duration time = UnitText.duration(rest);
      if (time.isNegative() || time.isZero()) {
        throw HalException.configuration("a wait is above zero");
      }
      return new Wait(time);
    }

    private static String[] sides(String rest, String example) {
      int equals = rest.indexOf('=');
      String left = equals < 0 ? "" : rest.substring(0, equals).strip();
      String right = equals < 0 ? "" : rest.substring(equals + 1).strip();
      if (left.isEmpty() || right.isEmpty()) {
        throw refused(example.substring(0, example.indexOf(' ') + 1) + rest, example);
      }
      return new String[] {left, right};
    }

    private static HalException refused(String command, String example) {
      return HalException.configuration("'" + Quoted.of(command) + "' is not complete")
          .advise("write for example " + example);
    }
  }
}

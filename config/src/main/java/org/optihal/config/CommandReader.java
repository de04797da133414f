package org.optihal.config;

import org.optihal.config.Parts.RightElement;
import org.optihal.config.Written.Text;
import org.optihal.hal.bench.Command;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementParameter;
import org.optihal.hal.error.HalException;

/** Checks the commands of an experiment against what the bench declares. */
final class CommandReader {
  private final Parts parts;
  private final References references;
  private final Problems problems;

  CommandReader(Parts parts, Problems problems) {
    this.parts = parts;
    this.references = new References(parts, problems);
    this.problems = problems;
  }

  /**
   * @param name of the list, for messages
   */
  void check(String name, Text text) {
    try {
      Command command = Command.parse(text.value());
      if (command instanceof Command.SetPoint set) {
        checkDevice(name, set.point().device(), text);
      } else if (command instanceof Command.MakeFault fault) {
        checkDevice(name, fault.at().device(), text);
      } else if (command instanceof Command.ChangeElement change) {
        checkChange(name, change, text);
      }
    } catch (HalException e) {
      problems.add(text.place(), name + ": " + e.getMessage());
    }
  }

  private void checkDevice(String name, String device, Text text) {
    if (!parts.isDevice(device)) {
      problems.add(text.place(), name + ": " + parts.noDevice(device));
    }
  }

  private void checkChange(String name, Command.ChangeElement change, Text text) {
    if (!parts.isElement(change.element())) {
      problems.add(text.place(), name + ": " + parts.noElement(change.element()));
      return;
    }
    // What is wrong with the element itself is told already.
    parts.right(change.element()).ifPresent(right -> checkChange(name, change, right, text));
  }

  private void checkChange(
      String name, Command.ChangeElement change, RightElement right, Text text) {
    String key = change.parameter();
    ElementParameter<?> parameter = right.kind().parameters().get(key);
    if (parameter == null) {
      problems.add(
          text.place(),
          name
              + ": "
              + right.kind().name()
              + " "
              + change.element()
              + " has no parameter '"
              + key
              + "'"
              + Suggestion.tail(key, right.kind().parameters().keySet()));
      return;
    }
    Element changed =
        new Element(change.element(), right.kind().name(), right.element().parameters())
            .with(key, change.value());
    Object unused = parameter.find(changed);
    references.check(name, parameter, new Text(change.value(), text.place()));
    if (!PortNames.of(right.kind(), changed).equals(right.ports())) {
      problems.add(
          text.place(), name + ": " + key + " says which ports there are; it stays as it is");
    }
  }
}

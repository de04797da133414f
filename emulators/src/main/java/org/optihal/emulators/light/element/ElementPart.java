package org.optihal.emulators.light.element;

import java.util.List;
import java.util.Map;
import org.optihal.emulators.light.OpticalPart;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementKinds;
import org.optihal.hal.error.HalException;

/** An element of the bench file at work. */
public abstract class ElementPart implements OpticalPart {
  private final Element element;
  private final List<String> ports;

  ElementPart(Element element) {
    this.element = element;
    this.ports =
        ElementKinds.named(element.kind())
            .orElseThrow(() -> HalException.configuration("there is no kind of " + element))
            .ports(element);
  }

  final Element element() {
    return element;
  }

  @Override
  public final String name() {
    return element.toString();
  }

  @Override
  public final List<String> ports() {
    return ports;
  }

  /**
   * Takes over what outlasts a change of parameters.
   *
   * @param old the part in whose place this one comes, of the same kind
   */
  public void inherit(ElementPart old) {}

  /** The model's state in words, by names of its own, in the same order from run to run. */
  public Map<String, String> state() {
    return Map.of();
  }

  /** A value that makes no sense for this element. */
  final HalException wrong(String parameter, String why) {
    return HalException.configuration(element + ", " + parameter + ": " + why);
  }

  /** A loss in dB that may not be negative: a passive part creates no light. */
  final double loss(double db, String parameter) {
    if (!(db >= 0)) {
      throw wrong(parameter, "a loss is not negative, a passive part creates no light");
    }
    return db;
  }
}

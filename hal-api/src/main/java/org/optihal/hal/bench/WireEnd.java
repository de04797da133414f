package org.optihal.hal.bench;

import java.util.Optional;
import org.optihal.hal.quantity.OpticalPower;

/** One stop of a wire. */
public sealed interface WireEnd {
  /**
   * An optical port of a device or an element.
   *
   * @param owner id of the device or element
   * @param port its name, such as {@code out}
   */
  record Port(String owner, String port) implements WireEnd {
    @Override
    public String toString() {
      return owner + "/" + port;
    }
  }

  /**
   * An element on the way, passed by its {@linkplain ElementKind#through main path}.
   *
   * @param element id of the element
   */
  record Through(String element) implements WireEnd {
    @Override
    public String toString() {
      return element;
    }
  }

  /**
   * Where the bench ends.
   *
   * @param name what is there, in words
   * @param maxPower ceiling of what may come in or go out there, if stated
   * @param enforcedBy what enforces that ceiling, or empty
   */
  record Outside(String name, Optional<OpticalPower> maxPower, String enforcedBy)
      implements WireEnd {
    @Override
    public String toString() {
      return "outside(" + name + maxPower.map(p -> ", max-power: " + p).orElse("") + ")";
    }
  }

  /**
   * A port of another node.
   *
   * @param node id of that node
   * @param port name of the port there
   */
  record Remote(String node, String port) implements WireEnd {
    @Override
    public String toString() {
      return "@" + node + "." + port;
    }
  }
}

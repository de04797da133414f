package org.optihal.hal.modulator;

import java.util.List;
import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Act;
import org.optihal.hal.point.Control;
import org.optihal.hal.quantity.Ratio;

/**
 * Turns polarization by a few actuators, paddles or squeezers. Native degrees or volts are further
 * points of the device. No device uses it yet.
 */
public interface PolarizationController extends Facet {
  /** Position of each actuator as a share of its travel, in the order of the light. */
  List<Control<Ratio>> actuators();

  /** Random motion on or off. */
  Optional<Control<Boolean>> scrambling();

  Optional<Act> home();
}

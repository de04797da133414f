package org.optihal.hal.photon;

import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.CountRate;
import org.optihal.hal.quantity.Picos;
import org.optihal.hal.quantity.Voltage;

/**
 * One input of a counter or tagger, as a unit. Settings that inputs share are points of the device.
 * No device uses it yet.
 */
public interface PulseInput extends Facet {
  /** Channel number in a {@link TagBatch}. */
  int channel();

  Sensor<CountRate> countRate();

  Optional<Control<Boolean>> enabled();

  Optional<Control<Voltage>> threshold();

  Optional<Control<Edge>> edge();

  Optional<Control<Picos>> delay();
}

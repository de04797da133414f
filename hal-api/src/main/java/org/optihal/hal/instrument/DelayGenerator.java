package org.optihal.hal.instrument;

import java.util.List;
import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Act;
import org.optihal.hal.point.Control;
import org.optihal.hal.quantity.Frequency;

/**
 * Pulses at set delays after a trigger. Devices that stage their settings install them within the
 * same operation. No device uses it yet.
 */
public interface DelayGenerator extends Facet {
  List<DelayOutput> outputs();

  Control<TriggerSource> trigger();

  /** Of the internal trigger. */
  Optional<Control<Frequency>> rate();

  /** One cycle, with the trigger at SINGLE. */
  Optional<Act> fire();
}

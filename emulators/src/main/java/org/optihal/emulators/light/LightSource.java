package org.optihal.emulators.light;

import org.optihal.hal.quantity.OpticalPower;

/** An optical output of a device model; called under the emulation's monitor. */
@FunctionalInterface
public interface LightSource {
  /** What leaves it now; exactly zero watts when it is dark. */
  OpticalPower light(long nanos);
}

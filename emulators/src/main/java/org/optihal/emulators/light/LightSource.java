package org.optihal.emulators.light;

import org.optihal.hal.quantity.OpticalPower;

/** An optical output of a device model; called under the emulation's monitor. */
public interface LightSource {
  /** What leaves it now; exactly zero watts when it is dark. */
  OpticalPower light(long nanos);

  /** Where its line lies, in hertz, lit or not. */
  double hertz(long nanos);

  /** Width of its line in hertz. */
  double linewidth();
}

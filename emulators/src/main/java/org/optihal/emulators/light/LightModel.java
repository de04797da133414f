package org.optihal.emulators.light;

import java.util.Map;

/**
 * A device model as far as light and people are concerned; called under the emulation's monitor.
 * Maps keep their order from run to run.
 */
public interface LightModel {
  /** By name of the optical port. */
  Map<String, LightSource> outputs();

  /** What it does to light at its ports, as {@code id}. */
  default OpticalPart part(String id) {
    return new DevicePart(id, outputs());
  }

  /** The model's state in words, by names of its own. */
  Map<String, String> state(long nanos);
}

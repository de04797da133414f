package org.optihal.hal.photon;

import java.util.Optional;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.CountRate;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.Picos;

/** The gates of a gated detector. */
public interface Gating {
  /** Width of the electrical gate; the optical one is narrower. */
  Control<Picos> width();

  Optional<Control<Picos>> delay();

  /** Absent where each gate needs an external trigger. */
  Optional<Control<Frequency>> rate();

  /** Gates that opened, without those that the hold-off suppressed. */
  Optional<Sensor<CountRate>> validGates();
}

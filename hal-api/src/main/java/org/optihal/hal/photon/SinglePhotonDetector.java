package org.optihal.hal.photon;

import java.time.Duration;
import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.CountRate;
import org.optihal.hal.quantity.Current;
import org.optihal.hal.quantity.Picos;
import org.optihal.hal.quantity.Ratio;
import org.optihal.hal.quantity.Temperature;
import org.optihal.hal.quantity.Voltage;

/**
 * A detector of single photons: gated or free-running avalanche diode, or superconducting nanowire.
 * A bare one whose pulses go to a tagger offers little more than its count rate. No device uses it
 * yet.
 */
public interface SinglePhotonDetector extends Facet {
  /** As counted, dark counts and after-pulses included, dead time not corrected. */
  Sensor<CountRate> countRate();

  /** Biased so that it counts; off also means that no gate opens. */
  Optional<Control<Boolean>> enabled();

  /** Absent where it cannot be chosen: then it is gated exactly if it has {@link #gating}. */
  Optional<Control<DetectionMode>> mode();

  Optional<Gating> gating();

  /** Efficiency it is told to have, at the wavelength in the reading's context. */
  Optional<Control<Ratio>> efficiency();

  /** Across the diode, or above breakdown: the description says which. */
  Optional<Control<Voltage>> biasVoltage();

  /** Through the nanowire. */
  Optional<Control<Current>> biasCurrent();

  /** Insensitive for so long after a detection. */
  Optional<Control<Picos>> holdOff();

  Optional<Control<Voltage>> threshold();

  Optional<Control<Duration>> integrationTime();

  /** Stated, calibrated, or measured when it was dark: the reading's source says which. */
  Optional<Sensor<CountRate>> darkCountRate();

  /** Mean current: bright light that blinds the counter still shows here. */
  Optional<Sensor<Current>> photocurrent();

  Optional<Sensor<Temperature>> temperature();

  Optional<Control<Temperature>> temperatureSetPoint();
}

package org.optihal.hal.roadm;

import java.util.Optional;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.OpticalPower;

/** One optical port of a fabric, as a unit. No device uses it yet. */
public interface RoadmPort extends Facet {
  Direction direction();

  PortRole role();

  SpectralCapability spectralCapability();

  /** Of cross-connects that end here, and of {@link #control}. */
  PortControlCapability controlCapability();

  LightClass lightClass();

  Optional<Sensor<PortState>> state();

  Optional<Control<Boolean>> enabled();

  /** BELOW_RANGE at the monitor's floor; a floor of -60 dBm is still 8e9 photons per second. */
  Optional<Sensor<OpticalPower>> power();

  /** Where control belongs to the port, not to each cross-connect. */
  Optional<Control<PortControl>> control();
}

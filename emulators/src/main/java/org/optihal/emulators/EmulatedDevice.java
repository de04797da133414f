package org.optihal.emulators;

import java.util.Map;
import org.optihal.emulators.fault.FaultTarget;
import org.optihal.emulators.light.LightModel;
import org.optihal.emulators.wire.ByteServer;

/** A device model with its protocol servers; called under the emulation's monitor. */
public interface EmulatedDevice extends FaultTarget, LightModel {
  /** By name of the link, in the same order from run to run. */
  Map<String, ByteServer> servers();
}

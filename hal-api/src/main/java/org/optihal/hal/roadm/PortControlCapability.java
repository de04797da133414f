package org.optihal.hal.roadm;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Capability;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.hal.quantity.OpticalPower;

/**
 * Which controls a port can have.
 *
 * @param canBlock without moving the light to another port
 * @param attenuation range, or null when it cannot attenuate
 * @param targetPower range, or null when it has no power loop
 * @param loops empty without a power loop
 */
public record PortControlCapability(
    boolean canBlock,
    @Nullable Capability<Attenuation> attenuation,
    @Nullable Capability<OpticalPower> targetPower,
    Set<PortControl.Loop> loops) {
  /** Lets light through as it is, and nothing else. */
  public static final PortControlCapability NONE =
      new PortControlCapability(false, null, null, Set.of());

  public PortControlCapability {
    loops = Set.copyOf(loops);
  }

  /**
   * Throws before a byte is sent.
   *
   * @throws HalException OUT_OF_RANGE
   */
  public void check(PortControl control) {
    if (control.equals(PortControl.open())
        || (canBlock && control instanceof PortControl.Blocked)) {
      return;
    }
    if (control instanceof PortControl.Attenuated a && attenuation != null) {
      attenuation.check(a.loss(), ValueType.ATTENUATION, Comparator.naturalOrder());
    } else if (control instanceof PortControl.TargetPower p
        && targetPower != null
        && loops.contains(p.loop())) {
      targetPower.check(p.power(), ValueType.POWER, Comparator.naturalOrder());
    } else {
      throw HalException.outOfRange("the port has no control '" + control + "'");
    }
  }
}

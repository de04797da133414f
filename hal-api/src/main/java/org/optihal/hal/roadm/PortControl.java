package org.optihal.hal.roadm;

import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.Attenuation;
import org.optihal.hal.quantity.OpticalPower;

/**
 * What is done to the light on its way out. Blocking is a mode of its own, not a large attenuation.
 */
public sealed interface PortControl {
  /** {@code blocked}, {@code attenuation 3 dB}, {@code target-power -5 dBm track}. */
  ValueType<PortControl> TYPE =
      ValueType.custom(
          "port control", "", PortControlText::parse, Object::toString, Object::toString);

  /** What a power loop does once the target is reached. */
  enum Loop {
    /** Goes on for ever, and modulates the neighbors while it hunts. */
    TRACK,
    /** Freezes the attenuation. */
    CONVERGE_THEN_HOLD,
    /** Goes on, over minutes. */
    DAMPED
  }

  /** No light, as far as the device can. */
  record Blocked() implements PortControl {
    @Override
    public String toString() {
      return "blocked";
    }
  }

  /** A fixed loss on top of the insertion loss. */
  record Attenuated(Attenuation loss) implements PortControl {
    @Override
    public String toString() {
      return "attenuation " + loss;
    }
  }

  /** As much attenuation as it takes; reached only with enough light coming in. */
  record TargetPower(OpticalPower power, Loop loop) implements PortControl {
    public TargetPower {
      if (power.watts() <= 0) {
        throw HalException.outOfRange("a target power must be positive: to get none, block");
      }
    }

    @Override
    public String toString() {
      return "target-power " + power + " " + ValueType.word(loop);
    }
  }

  static PortControl open() {
    return new Attenuated(new Attenuation(0));
  }
}

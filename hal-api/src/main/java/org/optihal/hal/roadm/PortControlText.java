package org.optihal.hal.roadm;

import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.UnitText;

/** Reads the text form of {@link PortControl}. */
final class PortControlText {
  private static final int MAX_LENGTH = 120;
  private static final ValueType<PortControl.Loop> LOOP = ValueType.choice(PortControl.Loop.class);

  private PortControlText() {}

  static PortControl parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw refused(text.substring(0, MAX_LENGTH) + "…");
    }
    String t = text.strip();
    if (t.equals("blocked")) {
      return new PortControl.Blocked();
    }
    if (t.startsWith("attenuation ")) {
      return new PortControl.Attenuated(UnitText.attenuation(t.substring("attenuation ".length())));
    }
    int last = t.lastIndexOf(' ');
    if (t.startsWith("target-power ") && last > "target-power".length()) {
      return new PortControl.TargetPower(
          UnitText.power(t.substring("target-power ".length(), last)),
          LOOP.parse(t.substring(last)));
    }
    throw refused(t);
  }

  private static HalException refused(String text) {
    return HalException.configuration(
            "'" + text.replaceAll("\\p{Cntrl}", "?") + "' is not a port control")
        .advise(
            "write blocked, attenuation 3 dB, or target-power -5 dBm followed by one of "
                + String.join(" ", LOOP.words()));
  }
}

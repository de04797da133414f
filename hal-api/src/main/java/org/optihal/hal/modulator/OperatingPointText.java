package org.optihal.hal.modulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.quantity.UnitText;

/** Reads the text form of {@link OperatingPoint}. */
final class OperatingPointText {
  private static final int MAX_LENGTH = 80;
  private static final Pattern RATIO = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,18})?):1");
  private static final ValueType<OperatingPoint.Place> PLACE =
      ValueType.choice(OperatingPoint.Place.class);
  private static final ValueType<Slope> SLOPE = ValueType.choice(Slope.class);
  private static final ValueType<Regulation> REGULATION = ValueType.choice(Regulation.class);

  private OperatingPointText() {}

  static OperatingPoint parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw refused(text.substring(0, MAX_LENGTH) + "…");
    }
    String[] words = text.strip().split("\\s+", -1);
    if (words[0].equals("off") && words.length == 1) {
      return new OperatingPoint.Off();
    }
    if (words[0].equals("manual")) {
      return new OperatingPoint.Manual(UnitText.voltage(text.strip().substring("manual".length())));
    }
    if (words[0].equals("power-ratio") && words.length == 4) {
      Matcher ratio = RATIO.matcher(words[2]);
      if (ratio.matches()) {
        return new OperatingPoint.PowerRatio(
            SLOPE.parse(words[1]), Double.parseDouble(ratio.group(1)), REGULATION.parse(words[3]));
      }
    }
    if (words.length == 2 && PLACE.words().contains(words[0])) {
      return new OperatingPoint.At(PLACE.parse(words[0]), REGULATION.parse(words[1]));
    }
    throw refused(text);
  }

  private static HalException refused(String text) {
    return HalException.configuration(
            "'" + text.replaceAll("\\p{Cntrl}", "?") + "' is not an operating point")
        .advise(
            "write off, manual 2.5 V, power-ratio positive 12.5:1 hold-ratio, or one of "
                + String.join(" ", PLACE.words())
                + " followed by one of "
                + String.join(" ", REGULATION.words()));
  }
}

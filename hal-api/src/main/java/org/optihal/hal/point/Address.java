package org.optihal.hal.point;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optihal.hal.error.HalException;

/**
 * {@code device[/unit][.point]}: API path, command-line argument, topic tail, wiring end and log
 * field.
 *
 * @param device id, {@code [a-z][a-z0-9-]{0,31}}
 * @param unit part of the device, or empty
 * @param point lowerCamelCase, or empty for the device or unit itself
 */
public record Address(String device, String unit, String point) {
  private static final String ID = "[a-z][a-z0-9-]{0,31}";
  private static final Pattern FORM =
      Pattern.compile("(" + ID + ")(?:/(" + ID + "))?(?:\\.([a-z][A-Za-z0-9]{0,47}))?");
  private static final Pattern ID_FORM = Pattern.compile(ID);

  /**
   * Parses an address.
   *
   * @throws HalException CONFIGURATION, with the accepted form
   */
  public static Address parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      throw HalException.configuration(
              "'"
                  + (text.length() > 80 ? text.substring(0, 80) + "…" : text)
                  + "' is not an address")
          .advise("write device.point or device/unit.point, such as tx-laser.frequency");
    }
    return new Address(group(m, 1), group(m, 2), group(m, 3));
  }

  private static String group(Matcher m, int i) {
    String s = m.group(i);
    return s == null ? "" : s;
  }

  /** Whether {@code text} can name a device or a unit. */
  public static boolean isId(String text) {
    return ID_FORM.matcher(text).matches();
  }

  /** A point of the device itself. */
  public static Address of(String device, String point) {
    return new Address(device, "", point);
  }

  /** What stands after the device: {@code unit.point} or {@code point}. */
  public String tail() {
    return unit.isEmpty() ? point : unit + "." + point;
  }

  @Override
  public String toString() {
    return device + (unit.isEmpty() ? "" : "/" + unit) + (point.isEmpty() ? "" : "." + point);
  }
}

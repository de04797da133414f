package org.optihal.hal.link;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.error.HalException;

/**
 * Where a link leads: {@code serial:///dev/serial/by-id/usb-X?baud=9600}, {@code tcp://host:5025},
 * {@code memory:tx-laser/main}.
 *
 * @param scheme lower case
 * @param user user info, never printed
 * @param target host and port, path, or name: what stands between scheme and parameters
 * @param parameters in the order written
 */
public record DeviceUrl(
    String scheme, @Nullable String user, String target, Map<String, String> parameters) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>[a-z][a-z0-9]{1,15}):(?://)?+(?:(?<user>[^@/?]*)@)?(?<target>[^?]+)(?:\\?(?<query>.*))?");
  private static final int MAX_LENGTH = 1024;

  public DeviceUrl {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * Parses a URL.
   *
   * @throws HalException CONFIGURATION, with the accepted form
   */
  public static DeviceUrl parse(String text) {
    Matcher m = FORM.matcher(text);
    if (text.length() > MAX_LENGTH || hasControl(text) || !m.matches()) {
      throw HalException.configuration("'" + printable(text) + "' is not a device URL")
          .advise(
              "write scheme:target?key=value, such as serial:///dev/ttyUSB0?baud=9600 or tcp://host:5025");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    String query = m.group("query");
    if (query != null && !query.isEmpty()) {
      for (String pair : query.split("&", -1)) {
        int eq = pair.indexOf('=');
        if (eq <= 0) {
          throw HalException.configuration(
              "a parameter in '" + printable(text) + "' is not key=value");
        }
        if (parameters.put(pair.substring(0, eq), pair.substring(eq + 1)) != null) {
          throw HalException.configuration("a parameter stands twice in '" + printable(text) + "'");
        }
      }
    }
    String target = group(m, "target");
    if (target.indexOf('@') >= 0 && !target.startsWith("/")) {
      // what looks like a host would hold the rest of a password
      throw HalException.configuration("'" + printable(text) + "' has a second @ or a / before it")
          .advise("write @, / and ? in user info as %40, %2F and %3F");
    }
    return new DeviceUrl(group(m, "scheme"), m.group("user"), target, parameters);
  }

  private static String group(Matcher m, String name) {
    String s = m.group(name);
    if (s == null) {
      throw new IllegalStateException(name + " is mandatory in the pattern");
    }
    return s;
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  private static String printable(String text) {
    int at = text.lastIndexOf('@'); // hidden before it is cut: the cut could hide the @
    int start = text.indexOf(':') + 1;
    String shown = at > start ? text.substring(0, start) + "***" + text.substring(at) : text;
    return shown.length() > 80 ? shown.substring(0, 80) + "…" : shown;
  }

  /** These parameters where this URL names none: a driver's link defaults. */
  public DeviceUrl withDefaults(Map<String, String> defaults) {
    Map<String, String> all = new LinkedHashMap<>(defaults);
    all.putAll(parameters);
    return new DeviceUrl(scheme, user, target, all);
  }

  /**
   * Refuses parameters that nobody would look at: a misspelled one may be the one that keeps a
   * board dark.
   *
   * @throws HalException CONFIGURATION, with the known names
   */
  public void requireOnly(Set<String> known) {
    for (String key : parameters.keySet()) {
      if (!known.contains(key)) {
        throw HalException.configuration("unknown parameter '" + key + "' in " + this)
            .advise(
                "known are: "
                    + (known.isEmpty() ? "none" : String.join(" ", new TreeSet<>(known))));
      }
    }
  }

  /** A parameter that must be a whole number. */
  public int integer(String key, int fallback, int min, int max) {
    String text = parameters.get(key);
    if (text == null) {
      return fallback;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, with the range
    }
    throw HalException.configuration(
        key + "=" + text + " in " + this + " is not a whole number from " + min + " to " + max);
  }

  /** A parameter that must be {@code on} or {@code off}. */
  public boolean flag(String key, boolean fallback) {
    String text = parameters.get(key);
    if (text == null) {
      return fallback;
    }
    if (text.equals("on") || text.equals("off")) {
      return text.equals("on");
    }
    throw HalException.configuration(key + "=" + text + " in " + this + " is neither on nor off");
  }

  /** The URL as it may be shown: user info hidden, parameters left out. */
  @Override
  public String toString() {
    String slashes = target.startsWith("/") || scheme.equals("tcp") ? "//" : "";
    return scheme + ":" + slashes + (user == null ? "" : "***@") + target;
  }
}

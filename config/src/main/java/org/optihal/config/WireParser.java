package org.optihal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.optihal.config.Written.Text;
import org.optihal.hal.bench.WireEnd;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Address;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.quantity.UnitText;

/**
 * Reads the text of a wire, {@code tx-laser/out -> span -> outside(port, max-power: 3 dBm)}, into
 * its stops. Whether their names exist is not its business.
 */
final class WireParser {
  static final String OUTSIDE = "outside";

  private static final String ARROW = "->";
  private static final List<String> ARGUMENTS = List.of("max-power", "enforced-by");
  private static final int MAX_STOPS = 64;

  private static final Pattern SPACES = Pattern.compile("\\s*");
  private static final Pattern WORD = Pattern.compile("[^\\s>(]+?(?=\\s|->|\\(|$)");
  private static final Pattern ARGUMENT = Pattern.compile("\\s*([A-Za-z-]+)\\s*:\\s*");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  /** A comma ends an argument only before the next key, so that 3,5 dBm can be told as such. */
  private static final Pattern BARE = Pattern.compile("(?:[^,)\"]|,(?!\\s*[A-Za-z-]+\\s*:))*");

  private final Text source;
  private final String text;
  private int at;

  /**
   * A stop with its index in the text.
   *
   * @param end what it names
   * @param index of its first character
   */
  record Stop(WireEnd end, int index) {}

  private WireParser(Text source) {
    this.source = source;
    this.text = source.value();
  }

  /** The stops of a wire, at least two. */
  static List<Stop> parse(Text source) {
    return new WireParser(source).wire();
  }

  private List<Stop> wire() {
    List<Stop> stops = new ArrayList<>();
    do {
      if (stops.size() == MAX_STOPS) {
        throw refused(at, "a wire has at most " + MAX_STOPS + " stops");
      }
      skip(SPACES);
      int start = at;
      stops.add(new Stop(stop(), start));
      skip(SPACES);
    } while (arrow());
    if (stops.size() < 2) {
      throw refused(0, "a wire leads from somewhere to somewhere: write 'from -> to'");
    }
    return stops;
  }

  private boolean arrow() {
    if (at == text.length()) {
      return false;
    }
    if (!text.startsWith(ARROW, at)) {
      throw refused(at, "expected '->' between two stops, found '" + rest() + "'");
    }
    at += ARROW.length();
    return true;
  }

  private WireEnd stop() {
    int start = at;
    Matcher m = match(WORD);
    if (m == null || m.group().equals("-")) {
      throw refused(
          start,
          at == text.length()
              ? "the wire ends here, but a stop is missing"
              : "expected a stop such as tx-laser/out, found '" + rest() + "'");
    }
    String word = m.group();
    at = m.end();
    if (word.equals(OUTSIDE)) {
      return outside(start);
    }
    if (word.startsWith("@")) {
      int dot = word.indexOf('.');
      if (dot < 0) {
        throw refused(start, "a port of another node is written @node.port, such as @bob.in");
      }
      return new WireEnd.Remote(
          id(word.substring(1, dot), start + 1), id(word.substring(dot + 1), start + dot + 1));
    }
    int slash = word.indexOf('/');
    return slash < 0
        ? new WireEnd.Through(id(word, start))
        : new WireEnd.Port(
            id(word.substring(0, slash), start), id(word.substring(slash + 1), start + slash + 1));
  }

  private String id(String word, int index) {
    if (!Address.isId(word)) {
      throw refused(index, "'" + word + "' is not an id; " + Ids.FORM);
    }
    return word;
  }

  private WireEnd outside(int start) {
    skip(SPACES);
    if (at == text.length() || text.charAt(at) != '(') {
      throw refused(start, "write what is there, such as outside(port, max-power: 3 dBm)");
    }
    int open = at++;
    skip(SPACES);
    int nameAt = at;
    boolean quoted = text.startsWith("\"", at);
    String name = argument(open);
    if (name.isEmpty() || (!quoted && name.contains(":"))) {
      throw refused(nameAt, "outside( starts with a name, such as outside(port, max-power: 3 dBm)");
    }
    if (!quoted && name.contains(",")) {
      throw refused(
          nameAt + name.indexOf(','),
          "behind the name of outside( stand only 'max-power: ...' and 'enforced-by: ...'");
    }
    Optional<OpticalPower> maxPower = Optional.empty();
    String enforcedBy = "";
    List<String> seen = new ArrayList<>();
    while (text.charAt(at) == ',') {
      at++;
      String key = key(seen);
      int valueAt = at;
      String value = argument(open);
      if (value.isEmpty()) {
        throw refused(valueAt, key + " is empty");
      }
      if (key.equals("max-power")) {
        maxPower = Optional.of(power(value, valueAt));
      } else {
        enforcedBy = value;
      }
    }
    at++;
    return new WireEnd.Outside(name, maxPower, enforcedBy);
  }

  private String key(List<String> seen) {
    skip(SPACES);
    int start = at;
    Matcher m = match(ARGUMENT);
    if (m == null) {
      throw refused(start, "expected 'max-power: ...' or 'enforced-by: ...'");
    }
    String key = m.group(1);
    if (!ARGUMENTS.contains(key)) {
      throw refused(
          start, "unknown key '" + key + "' in outside(" + Suggestion.tail(key, ARGUMENTS));
    }
    if (seen.contains(key)) {
      throw refused(start, "key '" + key + "' stands twice");
    }
    seen.add(key);
    at = m.end();
    return key;
  }

  /** A quoted or a bare text, up to the comma or parenthesis behind it. */
  private String argument(int open) {
    String value;
    Matcher quoted = match(QUOTED);
    if (quoted != null) {
      value = quoted.group(1).strip();
      at = quoted.end();
      skip(SPACES);
    } else {
      int start = at;
      skip(BARE);
      value = text.substring(start, at).strip();
      if (at < text.length() && text.charAt(at) == '"') {
        throw refused(
            at,
            text.indexOf('"', at + 1) < 0
                ? "this quote is not closed"
                : "a quote stands around a whole value or not at all");
      }
    }
    if (at == text.length()) {
      throw refused(open, "this '(' is not closed");
    }
    if (text.charAt(at) != ',' && text.charAt(at) != ')') {
      throw refused(at, "expected ',' or ')', found '" + rest() + "'");
    }
    return value;
  }

  private OpticalPower power(String value, int index) {
    try {
      OpticalPower power = UnitText.power(value);
      if (power.watts() > 0) {
        return power;
      }
    } catch (HalException e) {
      throw refused(index, "max-power: " + e.getMessage());
    }
    throw refused(index, "max-power: a ceiling is above zero");
  }

  private @Nullable Matcher match(Pattern pattern) {
    Matcher m = pattern.matcher(text).region(at, text.length());
    return m.lookingAt() ? m : null;
  }

  private void skip(Pattern pattern) {
    Matcher m = match(pattern);
    at = m == null ? at : m.end();
  }

  private String rest() {
    String rest = text.substring(at);
    return rest.length() > 20 ? rest.substring(0, 20) + "…" : rest;
  }

  private Refused refused(int index, String words) {
    return new Refused(source.placeOf(index), words);
  }
}

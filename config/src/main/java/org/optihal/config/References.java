package org.optihal.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optihal.config.Written.Text;
import org.optihal.hal.bench.DetectorElements;
import org.optihal.hal.bench.ElementParameter;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.bench.WireEnd;
import org.optihal.hal.point.Address;

/** Checks the parameters that name other parts of the bench. */
final class References {
  private static final Pattern NAME = Pattern.compile("[^,\\s][^,]*");

  /** What is named. */
  private enum Form {
    PART,
    PARTS,
    PORT,
    CLOCK
  }

  private static final Map<ElementParameter<?>, Form> FORMS =
      Map.of(
          MeterKinds.SOURCE, Form.PART,
          MeterKinds.NOISE_SIGNAL, Form.PART,
          MeterKinds.GG02_RECEIVER, Form.PART,
          MeterKinds.MDI_SOURCES, Form.PARTS,
          MeterKinds.DETECTORS, Form.PARTS,
          MeterKinds.AT, Form.PORT,
          DetectorElements.CLOCK, Form.CLOCK);

  private final Parts parts;
  private final Problems problems;

  References(Parts parts, Problems problems) {
    this.parts = parts;
    this.problems = problems;
  }

  /** Whether a parameter names parts of the bench. */
  static boolean isReference(ElementParameter<?> parameter) {
    return FORMS.containsKey(parameter);
  }

  /**
   * @param what whose parameter it is, for messages
   */
  void check(String what, ElementParameter<?> parameter, Text text) {
    Form form = FORMS.get(parameter);
    if (form != null) {
      check(what + ", " + parameter.name() + ": ", form, text);
    }
  }

  private void check(String prefix, Form form, Text text) {
    String value = text.value();
    switch (form) {
      case PART -> part(prefix, value, text.place());
      case PARTS -> {
        for (String item : List.of(text.value().split(",", -1))) {
          if (item.isBlank()) {
            problems.add(text.place(), prefix + "a name is missing between commas");
            return;
          }
        }
        Matcher m = NAME.matcher(text.value());
        while (m.find()) {
          part(prefix, m.group().stripTrailing(), text.placeOf(m.start()));
        }
      }
      case PORT -> port(prefix, value, text.place());
      case CLOCK -> {
        if (!parts.isElement(value)) {
          problems.add(text.place(), prefix + parts.noElement(value));
        } else if (parts.kind(value).filter(DetectorElements.NODE_CLOCK::equals).isEmpty()) {
          problems.add(text.place(), prefix + value + " is not a clock");
        }
      }
    }
  }

  private void part(String prefix, String id, Place place) {
    if (!parts.isDevice(id) && !parts.isElement(id)) {
      problems.add(place, prefix + parts.noPart(id));
    }
  }

  private void port(String prefix, String value, Place place) {
    int slash = value.indexOf('/');
    String owner = slash < 0 ? value : value.substring(0, slash);
    String port = slash < 0 ? "" : value.substring(slash + 1);
    if (!Address.isId(owner) || !Address.isId(port)) {
      problems.add(
          place,
          prefix + "'" + value + "' is not a port: write for example " + MeterKinds.AT.example());
      return;
    }
    parts
        .wrong(new WireEnd.Port(owner, port))
        .ifPresent(wrong -> problems.add(place, prefix + wrong));
  }
}

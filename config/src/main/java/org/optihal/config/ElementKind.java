package org.optihal.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.optihal.hal.error.HalException;
import org.optihal.hal.quantity.UnitText;

/**
 * A kind of passive part and what may be said about it. A new kind is a new row.
 *
 * @param name as written in the bench file
 * @param branches whether several light paths meet in it, so that a wire may begin or end there
 * @param parameters by name
 */
record ElementKind(String name, boolean branches, Map<String, Parameter> parameters) {
  /**
   * One parameter of a kind.
   *
   * @param required whether an element without it says nothing
   * @param example a value that is accepted
   * @param sentence what it is
   * @param check throws HalException on a wrong text
   */
  record Parameter(
      String name, boolean required, String example, String sentence, Consumer<String> check) {}

  private static final Parameter LOSS =
      quantity("loss", "0.5 dB", "Insertion loss, connectors included.", UnitText::attenuation);
  private static final Parameter ISOLATION =
      quantity(
          "isolation", "40 dB", "Loss on the way that is meant to be dark.", UnitText::decibel);

  private static final Map<String, ElementKind> KINDS =
      table(
          kind(
              "fibre",
              false,
              required(quantity("length", "25 km", "Length of the fibre.", UnitText::meters)),
              text("model", "smf28", "Type of the fibre."),
              quantity("attenuation", "0.2 dB/km", "Loss per length.", ElementKind::perKilometer),
              LOSS),
          kind(
              "coupler",
              true,
              required(
                  quantity("ratio", "10 %", "Share of the light in the tap.", UnitText::ratio)),
              LOSS),
          kind(
              "filter",
              false,
              required(
                  quantity("center", "193.1 THz", "Center of the pass band.", UnitText::frequency)),
              required(
                  quantity(
                      "width", "100 GHz", "Width of the pass band.", UnitText::frequencyOffset)),
              LOSS,
              ISOLATION),
          kind(
              "attenuator",
              false,
              required(quantity("attenuation", "10 dB", "Its fixed loss.", UnitText::attenuation))),
          kind("isolator", false, LOSS, ISOLATION),
          kind("circulator", true, LOSS, ISOLATION),
          kind("mux", true, LOSS, ISOLATION),
          kind("demux", true, LOSS, ISOLATION));

  /** All kinds by name. */
  static Map<String, ElementKind> all() {
    return KINDS;
  }

  private static void perKilometer(String text) {
    String t = text.strip();
    if (!t.endsWith("/km")) {
      throw HalException.configuration("'" + text + "' is not a loss per length")
          .advise("write for example 0.2 dB/km");
    }
    UnitText.attenuation(t.substring(0, t.length() - "/km".length()));
  }

  private static ElementKind kind(String name, boolean branches, Parameter... parameters) {
    Map<String, Parameter> byName = new LinkedHashMap<>();
    for (Parameter p : parameters) {
      byName.put(p.name, p);
    }
    return new ElementKind(name, branches, byName);
  }

  private static Parameter quantity(
      String name, String example, String sentence, Consumer<String> check) {
    return new Parameter(name, false, example, sentence, check);
  }

  private static Parameter text(String name, String example, String sentence) {
    return new Parameter(name, false, example, sentence, t -> {});
  }

  private static Parameter required(Parameter p) {
    return new Parameter(p.name, true, p.example, p.sentence, p.check);
  }

  private static Map<String, ElementKind> table(ElementKind... kinds) {
    Map<String, ElementKind> byName = new LinkedHashMap<>();
    for (ElementKind k : kinds) {
      byName.put(k.name, k);
    }
    return byName;
  }

  /** Keys that an element of this kind may have. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(List.of("kind"));
    keys.addAll(parameters.keySet());
    return keys;
  }
}

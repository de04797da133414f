package org.optihal.emulators.light;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.optihal.emulators.light.element.ElementPart;
import org.optihal.emulators.light.element.ElementParts;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.Wire;
import org.optihal.hal.bench.WireEnd;
import org.optihal.hal.light.Light;

/**
 * A light field of elements and wires that are given as text, {@code "att attenuator
 * attenuation=3dB"} and {@code "laser/out -> att -> pm/in"}; it is built when it is first looked
 * at. The n-th element's place is {@code bench:n}.
 */
public final class FieldFixture {
  private static final Pattern BEFORE_KEY = Pattern.compile("\\s+(?=[a-z][a-z0-9-]*=)");

  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final Map<String, OpticalPart> parts = new LinkedHashMap<>();
  private final List<Wire> wires = new ArrayList<>();
  private long seed = 1;
  private @Nullable LightField field;

  private FieldFixture() {}

  public static FieldFixture of(String... elements) {
    FieldFixture fixture = new FieldFixture();
    for (String text : elements) {
      fixture.add(text);
    }
    return fixture;
  }

  /** Reads {@code "id kind key=value key=value"}; values may have spaces. */
  public static Element element(String text, String place) {
    String[] words = BEFORE_KEY.split(text.strip(), -1);
    String[] head = words[0].split("\\s+", -1);
    if (head.length != 2) {
      throw new IllegalArgumentException("not 'id kind key=value ...': " + text);
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      parameters.put(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    return new Element(head[0], head[1], parameters, place);
  }

  /** One more element. */
  public FieldFixture add(String text) {
    Element element = element(text, "bench:" + (elements.size() + 1));
    elements.put(element.id(), element);
    return this;
  }

  /** A part of the test's own, called by its name. */
  public FieldFixture add(OpticalPart part) {
    parts.put(part.name(), part);
    return this;
  }

  /** Joins ports, {@code "laser/out -> att -> pm/in"}. */
  public FieldFixture wire(String text) {
    wires.add(new Wire(parse(text).ends(), "bench:wire" + (wires.size() + 1)));
    return this;
  }

  /** A wire from {@code "laser/out -> att -> pm/in"}. */
  public static Wire parse(String text) {
    List<WireEnd> ends = new ArrayList<>();
    for (String end : text.split("->", -1)) {
      String[] names = end.strip().split("/", -1);
      ends.add(
          names.length == 2 ? new WireEnd.Port(names[0], names[1]) : new WireEnd.Through(names[0]));
    }
    return new Wire(ends);
  }

  /** The seed from which all elements get theirs. */
  public FieldFixture seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  /** The field, in the state in which it was last looked at. */
  public LightField field() {
    if (field == null) {
      Map<String, OpticalPart> all = new LinkedHashMap<>(parts);
      SplittableRandom random = new SplittableRandom(seed);
      elements.forEach((id, e) -> all.put(id, ElementParts.create(e, random.split())));
      Bench bench = new Bench("node", Map.of(), elements, wires);
      field = new LightField(all, bench.connections());
      field.at(0);
    }
    return field;
  }

  /** Puts an element of the same id in the place of one. */
  public FieldFixture replace(String text) {
    Element element = element(text, "bench:changed");
    field().replace(element.id(), ElementParts.create(element, new SplittableRandom(seed)));
    field().at(0);
    return this;
  }

  /** Lets time come to an instant since the start. */
  public FieldFixture at(Duration time) {
    field().at(time.toNanos());
    return this;
  }

  public Light entering(String port) {
    return field().entering(port);
  }

  public Light leaving(String port) {
    return field().leaving(port);
  }

  /** Power in watts of a line that leaves a port the way it was meant to; zero if it does not. */
  public double watts(String port, String source) {
    return leaving(port).line(source).map(Light.Line::watts).orElse(0.0);
  }

  /** Power in watts of a line that leaves a port astray; zero if it does not. */
  public double astray(String port, String source) {
    return leaving(port).line(source).map(Light.Line::crosstalk).orElse(0.0);
  }

  /** Decibels that a line has lost from where it was made to where it leaves. */
  public double lossDb(String port, String source) {
    return -10
        * StrictMath.log10(leaving(port).line(source).map(Light.Line::transmittance).orElse(0.0));
  }

  /** What an element says about itself. */
  public Map<String, String> state(String id) {
    return ((ElementPart) field().part(id)).state();
  }
}

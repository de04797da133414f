package org.optihal.hal.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A kind of element: its ports, what may be said about it, and what it is for. */
public final class ElementKind {
  /**
   * Two ports between which light goes.
   *
   * @param from name of a port
   * @param to name of another
   */
  public record Path(String from, String to) {
    @Override
    public String toString() {
      return from + ">" + to;
    }
  }

  private final String name;
  private final String sentence;
  private final Optional<Path> through;
  private final String portForm;
  private final Function<Element, List<String>> ports;
  private final Map<String, ElementParameter<?>> parameters;

  private ElementKind(
      String name,
      String sentence,
      Optional<Path> through,
      String portForm,
      Function<Element, List<String>> ports,
      List<ElementParameter<?>> parameters) {
    this.name = name;
    this.sentence = sentence;
    this.through = through;
    this.portForm = portForm;
    this.ports = ports;
    Map<String, ElementParameter<?>> byName = new LinkedHashMap<>();
    parameters.forEach(p -> byName.put(p.name(), p));
    this.parameters = Collections.unmodifiableMap(byName);
  }

  /** One with these ports; the first two are its main path when it is {@code passed} by wires. */
  static ElementKind of(
      String name,
      String sentence,
      boolean passed,
      List<String> ports,
      ElementParameter<?>... parameters) {
    return new ElementKind(
        name,
        sentence,
        passed ? Optional.of(new Path(ports.get(0), ports.get(1))) : Optional.empty(),
        String.join(" ", ports),
        e -> ports,
        List.of(parameters));
  }

  /**
   * One whose ports depend on its parameters, and that no wire passes.
   *
   * @param portForm the ports in words
   */
  static ElementKind of(
      String name,
      String sentence,
      String portForm,
      Function<Element, List<String>> ports,
      ElementParameter<?>... parameters) {
    return new ElementKind(name, sentence, Optional.empty(), portForm, ports, List.of(parameters));
  }

  /** As written in the bench file. */
  public String name() {
    return name;
  }

  /** What it is. */
  public String sentence() {
    return sentence;
  }

  /** The way a wire takes that passes it; empty where its ports must be named. */
  public Optional<Path> through() {
    return through;
  }

  /** Its ports, for people, such as {@code common, and one by the name of each band}. */
  public String portForm() {
    return portForm;
  }

  /**
   * Names of the ports of an element of this kind.
   *
   * @throws org.optihal.hal.error.HalException CONFIGURATION when its parameters are wrong
   */
  public List<String> ports(Element element) {
    return List.copyOf(ports.apply(element));
  }

  /** What may be said about it, by name. */
  public Map<String, ElementParameter<?>> parameters() {
    return parameters;
  }

  /** Keys that an element of this kind may have. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>(List.of("kind"));
    keys.addAll(parameters.keySet());
    return keys;
  }
}

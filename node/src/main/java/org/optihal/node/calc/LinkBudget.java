package org.optihal.node.calc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Connection;
import org.optihal.hal.bench.DetectorElements;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementKinds;
import org.optihal.hal.bench.WireEnd;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Detection;
import org.optihal.hal.spi.Truth;
import org.optihal.node.calc.NoiseTerm.Receiver;

/**
 * What comes together at one end of the bench: a port of a detector, or where light leaves it.
 *
 * @param end such as {@code spad/in}, or {@code laser/out -> outside(...)}
 * @param paths of all light that gets there
 * @param noise by cause
 * @param detection what a single-photon detector makes of it
 */
record LinkBudget(
    String end, List<LightPath> paths, Map<Cause, NoiseTerm> noise, Optional<Detection> detection) {

  /** Kinds of element where light ends. */
  private static final Map<String, Receiver> DETECTORS =
      Map.of(
          DetectorElements.SPAD.name(), Receiver.COUNTER,
          DetectorElements.SNSPD.name(), Receiver.COUNTER,
          DetectorElements.COHERENT_RECEIVER.name(), Receiver.COHERENT,
          DetectorElements.POWER_MONITOR.name(), Receiver.MONITOR,
          DetectorElements.CHANNEL_MONITOR.name(), Receiver.MONITOR);

  /** The port of a detector for the light that it is about; others are for local oscillators. */
  private static final String INPUT = "in";

  /** The budgets of all ends that are wired: detectors in the order of the file, then outside. */
  static List<LinkBudget> of(Bench bench, Truth truth) {
    LightPaths paths = new LightPaths(bench, truth);
    List<LinkBudget> all = new ArrayList<>();
    for (Element e : bench.elements().values()) {
      Receiver receiver = DETECTORS.get(e.kind());
      if (receiver != null) {
        for (String port : ElementKinds.named(e.kind()).orElseThrow().ports(e)) {
          Receiver here = port.equals(INPUT) ? receiver : Receiver.MONITOR;
          paths
              .peer(e.id() + "/" + port)
              .ifPresent(from -> all.add(detector(e, port, from, here, paths, truth)));
        }
      }
    }
    for (Connection c : bench.connections()) {
      outside(c.from(), c.to(), paths, truth).ifPresent(all::add);
      outside(c.to(), c.from(), paths, truth).ifPresent(all::add);
    }
    return all;
  }

  private static LinkBudget detector(
      Element e, String port, String from, Receiver receiver, LightPaths all, Truth truth) {
    List<LightPath> paths = all.to(from);
    return new LinkBudget(
        e.id() + "/" + port,
        paths,
        NoiseTerm.of(truth.leaving(from), paths, receiver),
        receiver == Receiver.COUNTER ? Optional.of(truth.detection(e.id())) : Optional.empty());
  }

  private static Optional<LinkBudget> outside(
      WireEnd from, WireEnd to, LightPaths all, Truth truth) {
    if (to instanceof WireEnd.Port || !(from instanceof WireEnd.Port)) {
      return Optional.empty();
    }
    String port = from.toString();
    List<LightPath> paths = all.to(port);
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LinkBudget(
            port + " -> " + to,
            paths,
            NoiseTerm.of(truth.leaving(port), paths, Receiver.MONITOR),
            Optional.empty()));
  }
}

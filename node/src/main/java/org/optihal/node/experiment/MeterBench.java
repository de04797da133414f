package org.optihal.node.experiment;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Connection;
import org.optihal.hal.bench.Element;
import org.optihal.hal.light.Light;
import org.optihal.hal.spi.Truth;
import org.optihal.physics.random.RandomStream;

/** The bench as its meters see it: the light, and the elements as they are by now. */
public final class MeterBench {
  private final Truth truth;
  private final long seed;
  private final Map<String, Element> elements;
  private final Set<String> wired = new HashSet<>();

  public MeterBench(Bench bench, Truth truth, long seed) {
    this.truth = truth;
    this.seed = seed;
    this.elements = new LinkedHashMap<>(bench.elements());
    for (Connection c : bench.connections()) {
      wired.add(c.from().toString());
      wired.add(c.to().toString());
    }
  }

  Truth truth() {
    return truth;
  }

  /** Empty for what is a device. */
  Optional<Element> element(String id) {
    return Optional.ofNullable(elements.get(id));
  }

  /** A parameter has been changed. */
  void change(String id, String parameter, String value) {
    elements.computeIfPresent(id, (key, e) -> e.with(parameter, value));
  }

  /** Whether anything is plugged into a port such as {@code bob/lo}. */
  boolean isWired(String port) {
    return wired.contains(port);
  }

  /** What enters the port {@code in} of a detector. */
  Light into(String detector) {
    return truth.entering(detector + "/in");
  }

  /** Random numbers of one meter, the same whatever other meters there are. */
  RandomStream random(Element meter) {
    long h = 0xcbf29ce484222325L; // FNV-1a, 64 bit
    for (int i = 0; i < meter.id().length(); i++) {
      h = (h ^ meter.id().charAt(i)) * 0x100000001b3L;
    }
    return new RandomStream(new SplittableRandom(seed ^ h));
  }

  /** Ids separated by commas. */
  static List<String> ids(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }
}

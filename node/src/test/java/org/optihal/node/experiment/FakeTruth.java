package org.optihal.node.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.Element;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Detection;
import org.optihal.hal.light.Light;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.spi.Truth;

/** Light as a test wants it. */
final class FakeTruth implements Truth {
  final Map<String, Light> entering = new HashMap<>();
  final Map<String, Detection> detections = new HashMap<>();
  final Map<String, Element> elements = new HashMap<>();

  static Light.Line line(String source, double hertz, double watts, double transmittance) {
    return new Light.Line(source, hertz, 0, watts, 0, transmittance, 0, 0);
  }

  /** Lines in the dark. */
  static Light light(Light.Line... lines) {
    return new Light(List.of(lines), new double[] {1e14, 3e14}, Map.of());
  }

  /** A detector that runs free, without dead time. */
  static Detection detection(
      Map<String, Double> signal, Map<Cause, Double> noise, double efficiency, double darkRate) {
    return new Detection(signal, noise, efficiency, darkRate, 0, 1, 0, 0, 0, 0, false, false);
  }

  /** A bench of the elements that were put here, and of no devices. */
  MeterBench bench(long seed) {
    return new MeterBench(new Bench("test", Map.of(), elements, new ArrayList<>()), this, seed);
  }

  void element(String id, String kind, Map<String, String> parameters) {
    elements.put(id, new Element(id, kind, parameters));
  }

  /** The value of a quantity in a sample. */
  static double value(Meter meter, double[] sample, String quantity) {
    for (int i = 0; i < sample.length; i++) {
      if (meter.quantities().get(i).name().equals(quantity)) {
        return sample[i];
      }
    }
    throw new AssertionError("no quantity " + quantity);
  }

  @Override
  public OpticalPower light(String port) {
    return new OpticalPower(leaving(port).watts());
  }

  @Override
  public Light entering(String port) {
    return entering.getOrDefault(port, Light.DARK);
  }

  @Override
  public Light leaving(String port) {
    return Light.DARK;
  }

  @Override
  public Detection detection(String detector) {
    Detection d = detections.get(detector);
    if (d == null) {
      throw new AssertionError("no detection of " + detector);
    }
    return d;
  }

  @Override
  public Map<String, String> state(String device) {
    return Map.of();
  }

  @Override
  public List<String> damage() {
    return List.of();
  }
}

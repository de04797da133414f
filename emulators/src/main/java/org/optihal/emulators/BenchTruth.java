package org.optihal.emulators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.optihal.emulators.light.LightField;
import org.optihal.emulators.light.LightModel;
import org.optihal.emulators.light.LightSource;
import org.optihal.emulators.light.element.DetectorPart;
import org.optihal.emulators.light.element.ElementPart;
import org.optihal.emulators.light.element.SinglePhotonPart;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.light.Detection;
import org.optihal.hal.light.Light;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.spi.Truth;

/** Looks straight into the device models of one emulation and the light between them. */
final class BenchTruth implements Truth {
  private final HalClock clock;
  private final Object monitor;
  private final Map<String, LightModel> devices;
  private final Map<String, LightSource> sources = new TreeMap<>();
  private final LightField field;

  /**
   * @param monitor of the emulation
   */
  BenchTruth(
      HalClock clock, Object monitor, Map<String, ? extends LightModel> devices, LightField field) {
    this.clock = clock;
    this.monitor = monitor;
    this.devices = new LinkedHashMap<>(devices);
    this.field = field;
    devices.forEach(
        (id, device) ->
            device.outputs().forEach((port, source) -> sources.put(id + "/" + port, source)));
  }

  @Override
  public OpticalPower light(String port) {
    LightSource source = sources.get(port);
    if (source == null) {
      return new OpticalPower(leaving(port).watts());
    }
    synchronized (monitor) {
      return source.light(clock.nanos());
    }
  }

  @Override
  public Light entering(String port) {
    return now(() -> field.entering(port));
  }

  @Override
  public Light leaving(String port) {
    return now(() -> field.leaving(port));
  }

  @Override
  public Detection detection(String detector) {
    return now(
        () -> {
          if (field.part(detector) instanceof SinglePhotonPart part) {
            return part.detection();
          }
          throw missing("single-photon detector '" + detector + "'", detectors());
        });
  }

  private List<String> detectors() {
    return field.ids().stream().filter(id -> field.part(id) instanceof SinglePhotonPart).toList();
  }

  private <T> T now(Supplier<T> look) {
    synchronized (monitor) {
      field.at(clock.nanos());
      return look.get();
    }
  }

  @Override
  public boolean isDark(String device) {
    LightModel d = devices.get(device);
    if (d == null) {
      throw missing("device '" + device + "'", devices.keySet());
    }
    synchronized (monitor) {
      return d.outputs().values().stream().allMatch(s -> s.light(clock.nanos()).watts() == 0);
    }
  }

  @Override
  public Map<String, String> state(String id) {
    LightModel device = devices.get(id);
    if (device == null) {
      return now(
          () -> {
            if (field.part(id) instanceof ElementPart part) {
              return part.state();
            }
            throw missing("device or element '" + id + "'", field.ids());
          });
    }
    synchronized (monitor) {
      return device.state(clock.nanos());
    }
  }

  @Override
  public List<String> damage() {
    return now(
        () -> {
          List<String> lines = new ArrayList<>();
          for (String id : field.ids()) {
            if (field.part(id) instanceof DetectorPart part) {
              part.damage().ifPresent(lines::add);
            }
          }
          return List.copyOf(lines);
        });
  }

  private static HalException missing(String what, Iterable<String> known) {
    return new HalException(Kind.NOT_FOUND, Outcome.NOT_APPLICABLE, "there is no " + what)
        .advise("there are: " + String.join(" ", known));
  }
}

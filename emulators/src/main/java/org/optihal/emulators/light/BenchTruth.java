package org.optihal.emulators.light;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.hal.spi.Truth;

/** Looks straight into the device models of one emulation. */
public final class BenchTruth implements Truth {
  private final HalClock clock;
  private final Object monitor;
  private final Map<String, LightModel> devices;
  private final Map<String, LightSource> ports = new TreeMap<>();

  /**
   * @param monitor of the emulation
   */
  public BenchTruth(HalClock clock, Object monitor, Map<String, ? extends LightModel> devices) {
    this.clock = clock;
    this.monitor = monitor;
    this.devices = new LinkedHashMap<>(devices);
    devices.forEach(
        (id, device) ->
            device.outputs().forEach((port, source) -> ports.put(id + "/" + port, source)));
  }

  @Override
  public OpticalPower light(String port) {
    LightSource source = ports.get(port);
    if (source == null) {
      throw missing("port '" + port + "'", ports.keySet());
    }
    synchronized (monitor) {
      return source.light(clock.nanos());
    }
  }

  @Override
  public boolean isDark(String device) {
    LightModel d = device(device);
    synchronized (monitor) {
      return d.outputs().values().stream().allMatch(s -> s.light(clock.nanos()).watts() == 0);
    }
  }

  @Override
  public Map<String, String> state(String device) {
    LightModel d = device(device);
    synchronized (monitor) {
      return d.state(clock.nanos());
    }
  }

  private LightModel device(String id) {
    LightModel device = devices.get(id);
    if (device == null) {
      throw missing("device '" + id + "'", devices.keySet());
    }
    return device;
  }

  /** None of the devices can be damaged by light yet. */
  @Override
  public List<String> damage() {
    return List.of();
  }

  private static HalException missing(String what, Iterable<String> known) {
    return new HalException(Kind.NOT_FOUND, Outcome.NOT_APPLICABLE, "there is no " + what)
        .advise("there are: " + String.join(" ", known));
  }
}

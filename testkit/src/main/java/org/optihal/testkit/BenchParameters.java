package org.optihal.testkit;

import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.device.Facet;
import org.optihal.hal.error.HalException;
import org.optihal.hal.event.Events;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.Faults;
import org.optihal.hal.spi.Truth;

/** What a test method can take from its bench. */
final class BenchParameters {
  private static final Duration CONNECTING = Duration.ofMinutes(1);
  private static final Map<Class<?>, Function<Hal, Object>> SINGLE = single();

  private final Hal hal;
  private final boolean connect;

  BenchParameters(Hal hal, boolean connect) {
    this.hal = hal;
    this.connect = connect;
  }

  private static Map<Class<?>, Function<Hal, Object>> single() {
    Map<Class<?>, Function<Hal, Object>> map = new LinkedHashMap<>();
    map.put(Hal.class, hal -> hal);
    map.put(HalClock.class, Hal::clock);
    map.put(VirtualClock.class, Hal::clock);
    map.put(Events.class, Hal::events);
    map.put(Emulation.class, BenchParameters::emulation);
    map.put(Truth.class, hal -> emulation(hal).truth());
    map.put(Faults.class, hal -> emulation(hal).faults());
    return Map.copyOf(map);
  }

  private static Emulation emulation(Hal hal) {
    return hal.emulation().orElseThrow();
  }

  static boolean supports(Parameter parameter) {
    Class<?> type = parameter.getType();
    return SINGLE.containsKey(type) || type == Device.class || Facet.class.isAssignableFrom(type);
  }

  /**
   * @throws HalException CONFIGURATION or NOT_FOUND, saying what to write
   */
  Object resolve(Parameter parameter) {
    Function<Hal, Object> one = SINGLE.get(parameter.getType());
    if (one != null) {
      return one.apply(hal);
    }
    Named named = parameter.getAnnotation(Named.class);
    if (parameter.getType() == Device.class) {
      return connected(device(parameter, named));
    }
    return facet(parameter, named, parameter.getType().asSubclass(Facet.class));
  }

  private Device device(Parameter parameter, @Nullable Named named) {
    if (named != null) {
      return hal.device(named.value());
    }
    if (hal.devices().size() != 1) {
      throw ambiguous(parameter, hal.devices().stream().map(Device::id).toList());
    }
    return hal.devices().iterator().next();
  }

  private <F extends Facet> F facet(Parameter parameter, @Nullable Named named, Class<F> type) {
    if (named == null) {
      List<Device> having = hal.devices().stream().filter(d -> !d.facets(type).isEmpty()).toList();
      if (having.size() != 1) {
        throw ambiguous(parameter, having.stream().map(Device::id).toList());
      }
      return connected(having.get(0)).as(type);
    }
    String[] parts = named.value().split("/", 2);
    Device device = connected(hal.device(parts[0]));
    if (parts.length == 1) {
      return device.as(type);
    }
    return device.facets(type).stream()
        .filter(f -> f.unit().equals(parts[1]))
        .findFirst()
        .orElseThrow(
            () ->
                HalException.configuration(
                        "there is no " + type.getSimpleName() + " '" + named.value() + "'")
                    .at(device.id()));
  }

  private static HalException ambiguous(Parameter parameter, List<String> candidates) {
    return HalException.configuration(
            "which device the parameter "
                + parameter.getType().getSimpleName()
                + " "
                + parameter.getName()
                + " means is not clear")
        .advise(
            candidates.isEmpty()
                ? "no device of the bench offers it"
                : "write @Named(\"" + String.join("\") or @Named(\"", candidates) + "\")");
  }

  private Device connected(Device device) {
    if (connect && device.state() == DeviceState.NEW) {
      device.connect(Access.CONTROL, Deadline.in(hal.clock(), CONNECTING));
    }
    return device;
  }
}

package org.optihal.emulators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.optihal.emulators.wire.WireOptions;
import org.optihal.hal.error.HalException;
import org.optihal.hal.spi.OptionDeclaration;

/** The emulators on the class path, by code of the driver. */
public final class Emulators {
  private final Map<String, EmulatorProvider> byCode = new TreeMap<>();

  private Emulators(Iterable<EmulatorProvider> providers) {
    for (EmulatorProvider p : providers) {
      EmulatorProvider twin = byCode.put(p.code(), p);
      if (twin != null) {
        throw HalException.configuration(
            "two emulators are for driver '"
                + p.code()
                + "': "
                + twin.getClass().getName()
                + " and "
                + p.getClass().getName());
      }
    }
  }

  /** All that {@link ServiceLoader} finds. */
  public static Emulators installed() {
    return new Emulators(ServiceLoader.load(EmulatorProvider.class));
  }

  /** What the emulators of a driver's devices can be told; empty without one. */
  List<OptionDeclaration<?>> options(String driver) {
    EmulatorProvider p = byCode.get(driver);
    if (p == null) {
      return List.of();
    }
    List<OptionDeclaration<?>> all = new ArrayList<>(p.options());
    all.addAll(WireOptions.ALL);
    return List.copyOf(all);
  }

  /**
   * The emulators of a driver's devices.
   *
   * @throws HalException CONFIGURATION, listing the codes there are
   */
  public EmulatorProvider forDriver(String code) {
    EmulatorProvider p = byCode.get(code);
    if (p == null) {
      throw HalException.configuration("there is no emulator for driver '" + code + "'")
          .advise("there are some for: " + String.join(" ", byCode.keySet()));
    }
    return p;
  }
}

package org.optihal.hal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.optihal.hal.error.HalException;
import org.optihal.hal.spi.DriverProvider;

/** The drivers on the class path, by code. */
public final class Drivers {
  private final Map<String, DriverProvider> byCode = new TreeMap<>();

  private Drivers(Iterable<DriverProvider> providers) {
    for (DriverProvider p : providers) {
      DriverProvider twin = byCode.put(p.code(), p);
      if (twin != null) {
        throw HalException.configuration(
            "two drivers are called '"
                + p.code()
                + "': "
                + twin.getClass().getName()
                + " and "
                + p.getClass().getName());
      }
    }
  }

  /** All that {@link ServiceLoader} finds. */
  public static Drivers installed() {
    return new Drivers(ServiceLoader.load(DriverProvider.class));
  }

  public static Drivers of(List<DriverProvider> providers) {
    return new Drivers(providers);
  }

  /** Sorted by code. */
  public Collection<DriverProvider> all() {
    return java.util.Collections.unmodifiableCollection(byCode.values());
  }

  /**
   * The driver with this code.
   *
   * @throws HalException CONFIGURATION, listing the codes there are
   */
  public DriverProvider named(String code) {
    DriverProvider p = byCode.get(code);
    if (p == null) {
      throw HalException.configuration("there is no driver '" + code + "'")
          .advise("installed are: " + String.join(" ", byCode.keySet()));
    }
    return p;
  }
}

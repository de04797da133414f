package org.optihal.emulators.wire;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.Link;
import org.optihal.hal.link.LinkOpener;

/**
 * Opens {@code memory:tx-laser/main}, once at a time, with {@code baud}, {@code dtr}, {@code rts}.
 */
public final class MemoryLinks implements LinkOpener {
  /** The scheme of links in memory. */
  public static final String SCHEME = "memory";

  private final Map<String, MemoryEndpoint> endpoints = new TreeMap<>();

  /** Gives each link its endpoint. */
  public MemoryLinks(Collection<EmulatedLink> links) {
    for (EmulatedLink link : links) {
      endpoints.put(link.address(), new MemoryEndpoint(link));
    }
  }

  @Override
  public Set<String> schemes() {
    return Set.of(SCHEME);
  }

  @Override
  public Link open(DeviceUrl url, HalClock clock, Deadline deadline) {
    MemoryEndpoint endpoint = endpoints.get(url.target());
    if (endpoint == null) {
      throw new HalException(Kind.NOT_FOUND, Outcome.NOT_SENT, "there is no such emulated link")
          .on(url.toString())
          .advise("there are: " + String.join(" ", endpoints.keySet()));
    }
    return endpoint.open(url);
  }
}

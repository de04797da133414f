package org.optihal.drivers.port;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.optihal.hal.error.HalException;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.spi.DeviceContext;

/** The ports of one bench, one for each physical link, whichever devices share it. */
public final class Ports {
  private final Map<String, Entry> entries = new TreeMap<>();

  private static final class Entry {
    final SharedPort port;
    final DeviceUrl url;
    final String firstUser;
    int users;

    Entry(SharedPort port, DeviceUrl url, String firstUser) {
      this.port = port;
      this.url = url;
      this.firstUser = firstUser;
    }
  }

  /** The port of a URL, made by its first user; release it when done. */
  public static SharedPort acquire(DeviceContext context, DeviceUrl url, PortProfile profile) {
    return context.shared(Ports.class, clock -> new Ports()).get(context, url, profile);
  }

  private synchronized SharedPort get(DeviceContext context, DeviceUrl url, PortProfile profile) {
    LinkOpener opener = context.opener(url);
    String key = opener.canonical(url);
    Entry e = entries.get(key);
    if (e == null) {
      e =
          new Entry(
              new SharedPort(key, url, opener, profile, context, this), url, context.entry().id());
      entries.put(key, e);
    } else if (!e.url.parameters().equals(url.parameters())) {
      throw HalException.configuration(
              "two devices want different settings of one link: "
                  + String.join(", ", different(e.url.parameters(), url.parameters())))
          .at(context.entry().id())
          .on(url.toString());
    }
    if (e.users > 0 && !profile.bus()) {
      throw HalException.configuration(
              "device " + e.firstUser + " has this link, and it is for one")
          .at(context.entry().id())
          .on(url.toString())
          .advise("give each device a link of its own");
    }
    e.users++;
    return e.port;
  }

  /** Names only: a parameter may hold what must not be shown. */
  private static Set<String> different(Map<String, String> a, Map<String, String> b) {
    Set<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    names.removeIf(n -> Objects.equals(a.get(n), b.get(n)));
    return names;
  }

  /** True when this was the last user. */
  synchronized boolean release(String key) {
    Entry e = entries.get(key);
    if (e == null || --e.users > 0) {
      return false;
    }
    entries.remove(key);
    return true;
  }
}

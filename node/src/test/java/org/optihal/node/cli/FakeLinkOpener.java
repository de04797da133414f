package org.optihal.node.cli;

import java.util.Set;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.Link;
import org.optihal.hal.link.LinkOpener;

/** Opens {@code fake:} links, which carry nothing but their name. */
public final class FakeLinkOpener implements LinkOpener {
  @Override
  public Set<String> schemes() {
    return Set.of("fake");
  }

  @Override
  public Link open(DeviceUrl url, HalClock clock, Deadline deadline) {
    FakeLaser.DIARY.add("open " + url);
    return new FakeLink(url.toString());
  }

  private record FakeLink(String name) implements Link {
    @Override
    public void wake() {}

    @Override
    public void close() {
      FakeLaser.DIARY.add("close " + name);
    }
  }
}

package org.optihal.drivers.link;

import org.optihal.hal.clock.HalClock;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.WireTap;

/** Tells a tap what passes, for links that are used without a port. A port has a tap of its own. */
public final class TracedLink extends DecoratedLink {
  private final HalClock clock;
  private final WireTap tap;

  public TracedLink(ByteLink link, HalClock clock, WireTap tap) {
    super(link);
    this.clock = clock;
    this.tap = tap;
  }

  @Override
  public void write(byte[] bytes, int offset, int length, long deadline) {
    super.write(bytes, offset, length, deadline);
    tap.sent(name(), clock.nanos(), bytes, offset, length);
  }

  @Override
  public int read(byte[] into, int offset, int length, long deadline) {
    int n = super.read(into, offset, length, deadline);
    if (n > 0) {
      tap.received(name(), clock.nanos(), into, offset, n);
    }
    return n;
  }

  @Override
  public void close() {
    super.close();
    if (clock.isInside()) {
      tap.note(name(), clock.nanos(), "closed");
    }
  }
}

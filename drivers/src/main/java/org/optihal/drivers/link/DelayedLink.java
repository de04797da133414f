package org.optihal.drivers.link;

import java.time.Duration;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.link.ByteLink;

/** Keeps a gap before each write, for devices that lose commands that come too soon. */
public final class DelayedLink extends DecoratedLink {
  private final HalClock clock;
  private final Duration gap;
  private long freeAt;

  /**
   * @param gap least time from the last byte in either direction to the next write
   */
  public DelayedLink(ByteLink link, HalClock clock, Duration gap) {
    super(link);
    this.clock = clock;
    this.gap = gap;
  }

  @Override
  public void write(byte[] bytes, int offset, int length, long deadline) {
    long wait = freeAt - clock.nanos();
    if (wait > 0) {
      clock.sleep(Duration.ofNanos(wait));
    }
    super.write(bytes, offset, length, deadline);
    freeAt = clock.nanos() + gap.toNanos();
  }

  @Override
  public int read(byte[] into, int offset, int length, long deadline) {
    int n = super.read(into, offset, length, deadline);
    if (n > 0) {
      freeAt = clock.nanos() + gap.toNanos();
    }
    return n;
  }
}

package org.optihal.hal.link;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Switches taps on and off while links are in use; off costs one volatile read per transfer. */
public final class WireTaps {
  private final Map<String, Point> points = new ConcurrentHashMap<>();
  private volatile @Nullable WireTap everything;

  /** Where one link can be tapped. */
  public static final class Point {
    private volatile @Nullable WireTap tap;

    private Point(@Nullable WireTap tap) {
      this.tap = tap;
    }

    /** The tap, or null when nobody listens. */
    public @Nullable WireTap tap() {
      return tap;
    }
  }

  /** The point of a link, by its name; the same object every time. */
  public synchronized Point point(String link) {
    return points.computeIfAbsent(link, k -> new Point(everything));
  }

  /** Taps all links, those of later too; null switches off. */
  public synchronized void tap(@Nullable WireTap tap) {
    everything = tap;
    for (Point p : points.values()) {
      p.tap = tap;
    }
  }
}

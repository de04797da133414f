package org.optihal.hal.device;

import java.util.List;
import org.optihal.hal.point.Point;

/**
 * A small typed bundle of points: what a device can be used as. An absent ability is an absent
 * facet.
 */
public interface Facet {
  /**
   * Part of the device this facet belongs to, such as {@code voa}; empty when it is the device
   * itself.
   */
  String unit();

  /** All points of this facet, in the order in which a person wants to read them. */
  List<Point> points();
}

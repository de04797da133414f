package org.optihal.hal.modulator;

import java.util.List;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Facet;
import org.optihal.hal.point.ReadingSet;

/** Voltage outputs that answer together. No device uses it yet. */
public interface VoltageBank extends Facet {
  List<VoltageSource> channels();

  /** All channels in one exchange, by the tail of their addresses. */
  ReadingSet readAll(Deadline deadline);
}

package org.optihal.hal.roadm;

import java.time.Instant;
import java.util.List;

/**
 * What a fabric does, read from the device.
 *
 * @param revision grows whenever a read finds the table changed, whoever changed it
 * @param live in the device's order
 */
public record FabricState(long revision, Instant time, List<Live> live) {
  /**
   * A cross-connect in the device.
   *
   * @param foreign somebody else made it: reported, never removed on our own account
   */
  public record Live(CrossConnect crossConnect, Status status, boolean foreign) {}

  /** How far a cross-connect is what was asked for. */
  public enum Status {
    /** In the device's staging table; the light does not follow yet. */
    STAGED,
    SETTLING,
    IN_TOLERANCE,
    OUT_OF_TOLERANCE,
    FAILED,
    UNKNOWN
  }

  public FabricState {
    live = List.copyOf(live);
  }

  /** What the light follows: all but what is only staged. */
  public List<CrossConnect> crossConnects() {
    return live.stream().filter(l -> l.status() != Status.STAGED).map(Live::crossConnect).toList();
  }
}

package org.optihal.testkit.fault;

import java.util.EnumMap;
import java.util.Map;
import org.optihal.hal.error.Kind;

/** Counts what happened in a campaign. */
final class Tally {
  private final Map<Kind, Long> failures = new EnumMap<>(Kind.class);
  private long calls;
  private long readings;

  void called() {
    calls++;
  }

  void failed(Kind kind) {
    calls++;
    failures.merge(kind, 1L, Long::sum);
  }

  void read() {
    readings++;
  }

  FaultCampaign.Result result(int plans) {
    return new FaultCampaign.Result(plans, calls, readings, Map.copyOf(failures));
  }
}

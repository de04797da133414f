package org.optihal.hal.roadm;

import java.util.List;

/**
 * What a change set would do, found without touching the light.
 *
 * @param conflicts one line each
 * @param interrupted live paths that may blink, those of other people included
 */
public record Plan(
    ChangeSet changes, List<String> conflicts, List<SwitchPath> interrupted, SafetyVerdict safety) {
  public Plan {
    conflicts = List.copyOf(conflicts);
    interrupted = List.copyOf(interrupted);
  }

  public boolean isApplicable() {
    return conflicts.isEmpty() && safety.decision() != SafetyVerdict.Decision.REFUSED;
  }
}

package org.optihal.hal.roadm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;

/**
 * Changes that belong together, asked for against a known state. Their order does not matter, and
 * whatever they do not name stays: a set is never the whole table.
 *
 * @param expectedRevision of the state it was made for
 * @param changes at least one, each touching another path
 */
public record ChangeSet(long expectedRevision, SwitchingPolicy policy, List<Change> changes) {
  public ChangeSet {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw HalException.configuration("a change set without a change");
    }
    Set<SwitchPath> touched = new HashSet<>();
    for (Change c : changes) {
      if (!touched.add(c.path())) {
        throw HalException.configuration("two changes touch the path " + c.path());
      }
    }
  }

  /** What speaks against applying it to a state, one line each; empty when nothing does. */
  public List<String> conflicts(FabricState now) {
    List<String> found = new ArrayList<>();
    if (now.revision() != expectedRevision) {
      found.add(
          "the switch is at revision "
              + now.revision()
              + ", the changes were made for "
              + expectedRevision);
    }
    compute(now, found);
    return List.copyOf(found);
  }

  /**
   * The whole table after the changes, for devices that take nothing less.
   *
   * @throws HalException CONFLICT with all that speaks against it
   */
  public List<CrossConnect> resultOn(FabricState now) {
    List<String> conflicts = conflicts(now);
    if (!conflicts.isEmpty()) {
      throw new HalException(Kind.CONFLICT, Outcome.NOT_SENT, String.join("; ", conflicts))
          .advise("read the switch again and plan anew");
    }
    return List.copyOf(compute(now, new ArrayList<>()).values());
  }

  private Map<SwitchPath, CrossConnect> compute(FabricState now, List<String> conflicts) {
    Map<SwitchPath, CrossConnect> table = new LinkedHashMap<>();
    now.crossConnects().forEach(c -> table.put(c.path(), c));
    List<CrossConnect> placed = new ArrayList<>();
    // Everything leaves before anything enters: a path may take the place of one that goes.
    for (Change change : changes) {
      CrossConnect old = table.get(change.path());
      if (change instanceof Change.Add add) {
        placed.add(add.crossConnect());
      } else if (old == null) {
        conflicts.add("there is no cross-connect " + change.path());
      } else if (change instanceof Change.SetControl set) {
        table.put(old.path(), new CrossConnect(old.path(), set.control()));
      } else {
        table.remove(old.path());
        if (change instanceof Change.Retune retune) {
          SwitchPath p = new SwitchPath(old.path().in(), old.path().out(), retune.spectrum());
          placed.add(new CrossConnect(p, old.control()));
        }
      }
    }
    for (CrossConnect c : placed) {
      for (CrossConnect other : table.values()) {
        if (c.path().collidesWith(other.path())) {
          conflicts.add(c.path() + " collides with " + other.path());
        }
      }
      table.put(c.path(), c);
    }
    return table;
  }
}

package org.optihal.testkit.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.link.WireTrace;
import org.optihal.hal.link.WireTrace.Direction;
import org.optihal.testkit.wire.Dialogue.Turn;

/**
 * A device that expects one dialogue, byte for byte, and nothing else.
 *
 * <pre>{@code
 * ScriptedWire wire = ScriptedWire.of(clock, """
 *     > 00 00 00 00   # NOP
 *     < 54 00 00 10   # ready
 *     """);
 * ... let the driver use wire.link() ...
 * wire.verify();
 * }</pre>
 *
 * A wrong byte fails the write at once; {@link #verify} tells what was not sent, not read or too
 * much, and why that usually happens.
 */
public final class ScriptedWire {
  private final Dialogue dialogue;
  private final WireEnd end;
  private final List<String> problems = new ArrayList<>();
  private final StringBuilder surplus = new StringBuilder();
  private int turn;
  private int matched;

  private ScriptedWire(HalClock clock, Dialogue dialogue) {
    this.dialogue = dialogue;
    this.end = new WireEnd("memory:scripted", clock, this::sent);
    answer(); // what the device says before it is asked
  }

  /** Expects what was recorded on one link, with the device's delays. */
  public static ScriptedWire of(HalClock clock, WireTrace trace) {
    return new ScriptedWire(clock, Dialogue.of(trace));
  }

  /**
   * Expects a dialogue written as lines {@code > 00 11} (to the device) and {@code < 22} (from it),
   * each answer given at once; {@code **} stands for any byte, {@code #} starts a comment.
   *
   * @throws HalException CONFIGURATION naming the line
   */
  public static ScriptedWire of(HalClock clock, String dialogue) {
    List<WireTrace.Entry> entries = new ArrayList<>();
    String[] lines = dialogue.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].replaceFirst("#.*", "").strip();
      if (line.isEmpty()) {
        continue;
      }
      Direction direction = line.startsWith(">") ? Direction.TO_DEVICE : Direction.FROM_DEVICE;
      String bytes = line.substring(1).strip();
      if (!line.startsWith(">") && !line.startsWith("<")) {
        throw HalException.configuration(
            "dialogue, line " + (i + 1) + ": write '> 00 11' or '< 22'");
      }
      try {
        entries.add(new WireTrace.Entry(0, "scripted", direction, bytes));
      } catch (IllegalArgumentException e) {
        throw HalException.configuration(
            "dialogue, line " + (i + 1) + ": '" + bytes + "' are not bytes such as 00 1F");
      }
    }
    return of(clock, new WireTrace(entries));
  }

  /** The host's end. */
  public ByteLink link() {
    return end;
  }

  /** Opens the host's end for {@code memory:} URLs. */
  public LinkOpener opener() {
    return end.opener();
  }

  private @Nullable Turn current() {
    return turn < dialogue.turns().size() ? dialogue.turns().get(turn) : null;
  }

  private void sent(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      Turn t = current();
      if (t == null) {
        surplus.append(surplus.length() == 0 ? "" : " ").append(WireEnd.hex(new byte[] {bytes[i]}));
      } else if (t.matches(matched, bytes[i])) {
        matched++;
        answer();
      } else {
        String problem =
            "turn "
                + (turn + 1)
                + ", byte "
                + (matched + 1)
                + ": expected '"
                + t.text()
                + "', and "
                + WireEnd.hex(new byte[] {bytes[i]})
                + " came in a write of '"
                + WireEnd.hex(bytes)
                + "'. Usual cause: another order of commands, a scale or rounding that differs, or a"
                + " checksum over the wrong bytes";
        problems.add(problem);
        throw new AssertionError(problem);
      }
    }
  }

  /** Gives the answers that are due, and those of turns that need no request. */
  private void answer() {
    for (Turn t = current(); t != null && matched == t.requestLength(); t = current()) {
      t.answers().forEach(a -> end.deliver(a.delayNanos(), a.toBytes()));
      turn++;
      matched = 0;
    }
  }

  /**
   * Fails unless the whole dialogue took place, and nothing else.
   *
   * @throws AssertionError with everything that was wrong
   */
  public void verify() {
    List<String> all = new ArrayList<>(problems);
    Turn t = current();
    if (t != null && problems.isEmpty()) {
      all.add(
          "turn "
              + (turn + 1)
              + " of "
              + dialogue.turns().size()
              + " was not sent: '"
              + t.text()
              + "' ("
              + matched
              + " bytes of it came). Usual cause: the driver did not take the answer before it, so"
              + " look at that one's checksum, length and terminator");
    }
    if (end.unread() > 0) {
      all.add(
          end.unread()
              + " bytes of answers were not read (after "
              + end.read()
              + " that were). Usual cause: answers are longer than the driver believes, it does not"
              + " read the terminator, or it gave up before a late answer");
    }
    if (surplus.length() > 0) {
      all.add(
          "after the end of the dialogue the driver sent '"
              + surplus
              + "'. Usual cause: a repeated command, because an answer was not accepted, or a poll");
    }
    if (!all.isEmpty()) {
      throw new AssertionError(String.join("\n", all));
    }
  }
}

package org.optihal.testkit.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.LinkOpener;
import org.optihal.hal.link.WireTrace;
import org.optihal.testkit.wire.Dialogue.Answer;
import org.optihal.testkit.wire.Dialogue.Turn;

/**
 * A device that answers as one answered before, with its delays. What was not recorded stays
 * without an answer, as a real device would leave it, and is listed in {@link #unknown}.
 */
public final class TraceReplay {
  /** How requests find their answers. */
  public enum Matching {
    /** One after the other, as recorded. */
    IN_ORDER,
    /** Each request gets the answer that the same bytes got, in turn; the last one for ever. */
    BY_CONTENT
  }

  private static final int MAX_UNKNOWN = 1000;

  private final Matching matching;
  private final WireEnd end;
  private final Map<String, Deque<Turn>> byContent = new LinkedHashMap<>();
  private final ArrayDeque<Turn> inOrder = new ArrayDeque<>();
  private final List<String> unknown = new ArrayList<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  /**
   * @param trace of one link
   */
  public TraceReplay(HalClock clock, WireTrace trace, Matching matching) {
    this.matching = matching;
    this.end = new WireEnd("memory:replay", clock, this::sent);
    for (Turn turn : Dialogue.of(trace).turns()) {
      if (turn.request().isEmpty()) {
        give(turn.answers());
      } else {
        inOrder.add(turn);
        byContent.computeIfAbsent(turn.text(), k -> new ArrayDeque<>()).add(turn);
      }
    }
  }

  /** The host's end. */
  public ByteLink link() {
    return end;
  }

  /** Opens the host's end for {@code memory:} URLs. */
  public LinkOpener opener() {
    return end.opener();
  }

  /** Bytes that no recorded request explains, in hex; at most a thousand entries. */
  public synchronized List<String> unknown() {
    return List.copyOf(unknown);
  }

  private synchronized void sent(byte[] bytes) {
    for (byte b : bytes) {
      pending.write(b);
      while (pending.size() > 0 && !isPrefix()) {
        forget();
      }
      Turn turn = complete();
      if (turn != null) {
        pending.reset();
        give(turn.answers());
      }
    }
  }

  private boolean isPrefix() {
    return candidates().stream().anyMatch(t -> startsWith(t, pending.toByteArray()));
  }

  private List<Turn> candidates() {
    if (matching == Matching.IN_ORDER) {
      Turn next = inOrder.peek();
      return next == null ? List.of() : List.of(next);
    }
    return byContent.values().stream().map(Deque::peek).toList();
  }

  private static boolean startsWith(Turn turn, byte[] bytes) {
    if (bytes.length > turn.requestLength()) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (!turn.matches(i, bytes[i])) {
        return false;
      }
    }
    return true;
  }

  /** Drops the oldest byte: what follows may still be a request. */
  private void forget() {
    byte[] bytes = pending.toByteArray();
    if (unknown.size() < MAX_UNKNOWN) {
      unknown.add(WireEnd.hex(new byte[] {bytes[0]}));
    }
    pending.reset();
    pending.write(bytes, 1, bytes.length - 1);
  }

  private @Nullable Turn complete() {
    for (Turn t : candidates()) {
      if (pending.size() == t.requestLength() && startsWith(t, pending.toByteArray())) {
        if (matching == Matching.IN_ORDER) {
          inOrder.remove();
        } else {
          Deque<Turn> turns = byContent.getOrDefault(t.text(), new ArrayDeque<>());
          if (turns.size() > 1) {
            turns.remove();
          }
        }
        return t;
      }
    }
    return null;
  }

  private void give(List<Answer> answers) {
    answers.forEach(a -> end.deliver(a.delayNanos(), a.toBytes()));
  }
}

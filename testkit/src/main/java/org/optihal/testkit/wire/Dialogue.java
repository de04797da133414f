package org.optihal.testkit.wire;

import java.util.ArrayList;
import java.util.List;
import org.optihal.hal.error.HalException;
import org.optihal.hal.link.WireTrace;
import org.optihal.hal.link.WireTrace.Direction;

/**
 * A dialogue in turns: what the host says, and what the device answers to it.
 *
 * @param turns in order; the first may have nothing from the host, such as a boot banner
 */
record Dialogue(List<Turn> turns) {
  /**
   * One turn.
   *
   * @param request transfers to the device
   * @param answers transfers from the device, with their delays
   */
  record Turn(List<WireTrace.Entry> request, List<Answer> answers) {
    int requestLength() {
      return request.stream().mapToInt(WireTrace.Entry::length).sum();
    }

    /** Whether byte {@code index} of the request can be {@code actual}. */
    boolean matches(int index, byte actual) {
      int i = index;
      for (WireTrace.Entry e : request) {
        if (i < e.length()) {
          return e.matches(i, actual);
        }
        i -= e.length();
      }
      return false;
    }

    /** The request in hex. */
    String text() {
      return String.join(" ", request.stream().map(WireTrace.Entry::text).toList());
    }
  }

  /**
   * What the device says.
   *
   * @param delayNanos after the end of the request
   * @param bytes to the host
   */
  record Answer(long delayNanos, String bytes) {
    byte[] toBytes() {
      return new WireTrace.Entry(0, "", Direction.FROM_DEVICE, bytes).bytes();
    }
  }

  /**
   * The transfers of a trace of one link.
   *
   * @throws HalException CONFIGURATION when there are several links, or when answers were redacted
   */
  static Dialogue of(WireTrace trace) {
    List<WireTrace.Entry> transfers =
        trace.entries().stream().filter(WireTrace.Entry::isTransfer).toList();
    List<String> links = transfers.stream().map(WireTrace.Entry::link).distinct().toList();
    if (links.size() > 1) {
      throw HalException.configuration("the trace has several links: " + String.join(" ", links))
          .advise("choose one with WireTrace.of(link)");
    }
    List<Turn> turns = new ArrayList<>();
    List<WireTrace.Entry> request = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    long asked = transfers.isEmpty() ? 0 : transfers.get(0).nanos();
    for (WireTrace.Entry e : transfers) {
      if (e.direction() == Direction.TO_DEVICE) {
        if (!answers.isEmpty()) {
          turns.add(new Turn(List.copyOf(request), List.copyOf(answers)));
          request.clear();
          answers.clear();
        }
        request.add(e);
        asked = e.nanos();
      } else {
        if (e.isRedacted()) {
          throw HalException.configuration("an answer was redacted and cannot be given: " + e);
        }
        answers.add(new Answer(Math.max(0, e.nanos() - asked), e.text()));
      }
    }
    if (!request.isEmpty() || !answers.isEmpty()) {
      turns.add(new Turn(List.copyOf(request), List.copyOf(answers)));
    }
    return new Dialogue(List.copyOf(turns));
  }
}

package org.optihal.testkit.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What goes wrong in one run, in the words of {@link org.optihal.hal.spi.Faults#plan}.
 *
 * @param steps one per line, in the order of time
 * @param end when the last of it is over
 */
public record FaultPlan(List<String> steps, Duration end) {
  private static final int MILLION = 1_000_000;
  private static final int LONGEST_MILLIS = 1_000;

  /** Byte faults that every emulated link has; a number is the range of its parameter. */
  private static final List<Draw> DRAWS =
      List.of(
          new Draw("drop", 4, List.of("direction", "count:4", "after:8")),
          new Draw("flip", 4, List.of("direction", "count:4", "after:8", "bit:8")),
          new Draw("duplicate", 2, List.of("direction", "count:2", "after:8")),
          new Draw("split", 1, List.of("direction", "after:3", "by")),
          new Draw("delay", 2, List.of("direction", "count:3", "by")),
          new Draw("late", 2, List.of("count:3", "by")),
          new Draw("garbage", 2, List.of("direction", "hex")),
          new Draw("silence", 1, List.of("direction", "for")),
          new Draw("unplug", 1, List.of()));

  private record Draw(String name, int weight, List<String> parameters) {}

  private record Step(long micros, String text) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%d.%06ds %s", micros / MILLION, micros % MILLION, text);
    }
  }

  public FaultPlan {
    steps = List.copyOf(steps);
  }

  /** Nothing goes wrong. */
  public static FaultPlan none() {
    return new FaultPlan(List.of(), Duration.ZERO);
  }

  /**
   * Byte faults at random: bytes lost, changed, doubled, invented or late, silence, and cables
   * pulled and plugged in again.
   *
   * @param devices ids to choose from
   * @param count how many
   * @param within all begin within this time
   */
  public static FaultPlan bytes(
      SplittableRandom random, List<String> devices, int count, Duration within) {
    List<Step> steps = new ArrayList<>();
    long end = 0;
    int weights = DRAWS.stream().mapToInt(Draw::weight).sum();
    for (int i = 0; i < count; i++) {
      String device = devices.get(random.nextInt(devices.size()));
      Draw draw = drawn(random.nextInt(weights));
      long at = random.nextLong(Math.max(1, within.toNanos() / 1_000));
      int millis = 1 + random.nextInt(LONGEST_MILLIS);
      StringBuilder text = new StringBuilder(device).append(' ').append(draw.name);
      draw.parameters.forEach(p -> text.append(parameter(p, random, millis)));
      steps.add(new Step(at, text.toString()));
      long over = at + millis * 1_000L;
      if (draw.name.equals("unplug")) {
        steps.add(new Step(over, device + " replug"));
      }
      end = Math.max(end, over);
    }
    steps.sort(Comparator.comparingLong(Step::micros));
    return new FaultPlan(
        steps.stream().map(Step::toString).toList(), Duration.ofNanos(end * 1_000));
  }

  private static Draw drawn(int ticket) {
    int left = ticket;
    for (Draw d : DRAWS) {
      left -= d.weight;
      if (left < 0) {
        return d;
      }
    }
    throw new IllegalArgumentException("no fault has ticket " + ticket);
  }

  private static String parameter(String declared, SplittableRandom random, int millis) {
    int colon = declared.indexOf(':');
    if (colon > 0) {
      int range = Integer.parseInt(declared.substring(colon + 1));
      String name = declared.substring(0, colon);
      return " " + name + "=" + (random.nextInt(range) + (name.equals("count") ? 1 : 0));
    }
    return switch (declared) {
      case "direction" -> " direction=" + (random.nextBoolean() ? "to-client" : "to-device");
      case "hex" -> " hex=" + garbage(random);
      default -> " " + declared + "=" + millis + "ms";
    };
  }

  private static String garbage(SplittableRandom random) {
    StringBuilder s = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      s.append(String.format(Locale.ROOT, "%02x", random.nextInt(256)));
    }
    return s.toString();
  }

  /** One step per line. */
  @Override
  public String toString() {
    return String.join("\n", steps);
  }
}

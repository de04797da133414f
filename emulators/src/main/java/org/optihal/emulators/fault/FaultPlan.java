package org.optihal.emulators.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.emulators.wire.ByteFilter.Direction;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;

/**
 * What goes wrong, and when.
 *
 * @param steps as written
 */
public record FaultPlan(List<FaultStep> steps) {
  private static final int MAX_STEPS = 100_000;

  public FaultPlan {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a plan; empty lines and lines that start with {@code #} say nothing.
   *
   * @throws HalException CONFIGURATION naming the line
   */
  public static FaultPlan parse(List<String> lines) {
    if (lines.size() > MAX_STEPS) {
      throw HalException.configuration("a fault plan has at most " + MAX_STEPS + " lines");
    }
    List<FaultStep> steps = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        steps.add(FaultStep.parse(line));
      } catch (HalException e) {
        throw inLine(i + 1, e);
      }
    }
    return new FaultPlan(steps);
  }

  static HalException inLine(int number, HalException e) {
    HalException named = HalException.configuration("fault plan, line " + number + ": " + e.what());
    String advice = e.context().advice();
    return advice == null ? named : named.advise(advice);
  }

  /** The plan as text, one step per line. */
  public List<String> lines() {
    return steps.stream().map(FaultStep::toString).toList();
  }

  /**
   * Byte-level faults at random, the same for the same arguments on every machine.
   *
   * @param devices ids to choose from
   * @param duration all begin within it
   * @param count how many
   */
  public static FaultPlan random(long seed, List<String> devices, Duration duration, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<FaultStep> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String device = devices.get(random.nextInt(devices.size()));
      // Whole microseconds keep the text short.
      long nanos = random.nextLong(Math.max(1, duration.toNanos() / 1_000)) * 1_000;
      steps.add(random(random, device, nanos));
    }
    steps.sort(Comparator.comparingLong(FaultStep::nanos));
    return new FaultPlan(steps);
  }

  private static FaultStep random(SplittableRandom random, String device, long nanos) {
    WireFault[] kinds = {
      WireFault.DROP,
      WireFault.DROP,
      WireFault.FLIP,
      WireFault.FLIP,
      WireFault.DUPLICATE,
      WireFault.SPLIT,
      WireFault.DELAY,
      WireFault.LATE,
      WireFault.GARBAGE,
      WireFault.SILENCE,
      WireFault.DISCONNECT
    };
    WireFault fault = kinds[random.nextInt(kinds.length)];
    Map<String, String> p = new LinkedHashMap<>();
    if (fault.kind().parameters().contains(WireFault.P.DIRECTION)) {
      Direction[] directions = Direction.values();
      p.put("direction", ValueType.word(directions[random.nextInt(directions.length)]));
    }
    switch (fault) {
      case DROP, FLIP, DUPLICATE -> {
        p.put("count", Integer.toString(1 + random.nextInt(4)));
        p.put("after", Integer.toString(random.nextInt(8)));
        if (fault == WireFault.FLIP) {
          p.put("bit", Integer.toString(random.nextInt(8)));
        }
      }
      case SPLIT -> {
        p.put("after", Integer.toString(1 + random.nextInt(3)));
        p.put("by", 1 + random.nextInt(200) + "ms");
      }
      case DELAY, LATE -> {
        p.put("count", Integer.toString(1 + random.nextInt(3)));
        p.put("by", 1 + random.nextInt(500) + "ms");
      }
      case SILENCE, DISCONNECT -> p.put("for", 1 + random.nextInt(1_000) + "ms");
      case GARBAGE -> {
        byte[] bytes = new byte[1 + random.nextInt(12)];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) random.nextInt(256);
        }
        p.put("hex", HexFormat.of().formatHex(bytes));
      }
      default -> throw new IllegalStateException(fault + " is not drawn");
    }
    return new FaultStep(nanos, device, "", fault.kind().name(), p);
  }
}

package org.optihal.verify.laser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.testkit.fault.FaultCampaign;
import org.optihal.testkit.fault.FaultPlan;
import org.optihal.testkit.laser.LaserFaultScenario;
import org.optihal.testkit.laser.LaserTarget.Limits;

/**
 * The testkit's laser scenario on emulated ITLA modules of every kind, while bytes are lost,
 * spoiled, doubled and late and cables are pulled.
 */
public final class ItlaFaultCampaign {
  private static final String ID = "tx-laser";
  private static final int FAULTS = 8;
  private static final Duration FAULTY = Duration.ofSeconds(12);
  private static final Duration BOOT = Duration.ofSeconds(3);

  /** It pulls in over a GHz, and its monitor is half a dB off. */
  private static final Limits LIMITS =
      new Limits(
          true,
          FrequencyOffset.ofMegahertz(2_500),
          new Decibel(1),
          Duration.ofMinutes(2),
          Duration.ZERO);

  private ItlaFaultCampaign() {}

  /** Modules that differ in version, vendor and speed, by a name for messages. */
  public static Map<String, Bench> modules(boolean confirmReads) {
    Map<String, Bench> modules = new LinkedHashMap<>();
    for (String version : List.of("1.2", "1.3")) {
      for (String profile : List.of("msa", "pure-photonics")) {
        String baud = version.equals("1.2") == profile.equals("msa") ? "9600" : "115200";
        modules.put(
            version + " " + profile + " at " + baud,
            bench(
                Map.of("confirm-reads", confirmReads ? "on" : "off"),
                Map.of("version", version, "profile", profile, "baud", baud)));
      }
    }
    return modules;
  }

  private static Bench bench(Map<String, String> options, Map<String, String> emulator) {
    DeviceEntry entry =
        new DeviceEntry(
            ID,
            "itla",
            Map.of(),
            Map.of(),
            Map.of(),
            options,
            Map.of(),
            DeviceEntry.StopPolicy.SAFE,
            DeviceEntry.ReconnectPolicy.SAFE,
            emulator);
    return new Bench("campaign", Map.of(ID, entry), Map.of(), List.of());
  }

  /** A campaign over these seeds, to be run. */
  public static FaultCampaign campaign(Bench bench, long first, int count) {
    return new FaultCampaign(bench, new LaserFaultScenario(ID, LIMITS))
        .plans((random, devices) -> plan(random, devices))
        .seeds(first, count);
  }

  /** Byte faults, and in every fourth plan a module that restarts. */
  private static FaultPlan plan(SplittableRandom random, List<String> devices) {
    FaultPlan bytes = FaultPlan.bytes(random, devices, FAULTS, FAULTY);
    if (random.nextInt(4) > 0) {
      return bytes;
    }
    List<String> steps = new ArrayList<>(bytes.steps());
    steps.add(random.nextLong(FAULTY.toMillis()) + "ms " + ID + " reboot");
    return new FaultPlan(steps, bytes.end().plus(BOOT));
  }

  /**
   * Prints what all plans give: with every answer confirmed, where the first failure ends it, and
   * without, where failed plans are counted. Arguments: {@code [plans] [first seed]}.
   */
  public static void main(String[] arguments) {
    int plans = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    Map<String, Bench> confirmed = modules(true);
    int each = plans / confirmed.size();
    confirmed.forEach(
        (name, bench) ->
            System.out.println(name + ", confirmed: " + campaign(bench, first, each).run()));
    modules(false)
        .forEach(
            (name, bench) -> {
              List<String> failures = failures(bench, first, each);
              System.out.println(
                  name + ", not confirmed: " + each + " plans, " + failures.size() + " failed");
              failures.stream().limit(3).forEach(f -> System.out.println("  " + f));
            });
  }

  /** First lines of what the plans that fail say. */
  private static List<String> failures(Bench bench, long first, int count) {
    List<String> failures = new ArrayList<>();
    for (long seed = first; seed < first + count; seed++) {
      try {
        campaign(bench, seed, 1).run();
      } catch (AssertionError e) {
        failures.add(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      }
    }
    return failures;
  }
}

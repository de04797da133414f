package org.optihal.verify.laser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.laser.LightState;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.point.Control;
import org.optihal.hal.point.Quality;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.Sensor;
import org.optihal.hal.quantity.Frequency;
import org.optihal.hal.quantity.OpticalPower;

/**
 * Uses an emulated ITLA module while bytes on its wire are lost, spoiled, doubled and late, cables
 * are pulled and the module restarts, all from one seed. Nothing may be wrong and GOOD, every call
 * ends by its deadline, and afterwards the laser works again and can be made dark.
 */
public final class ItlaFaultCampaign {
  /** Kinds a caller must expect while a line is bad; anything else is a finding. */
  private static final List<Kind> EXPECTED =
      List.of(
          Kind.TIMEOUT,
          Kind.DISCONNECTED,
          Kind.CHECKSUM,
          Kind.FRAMING,
          Kind.UNEXPECTED_REPLY,
          Kind.NOT_READY,
          Kind.REFUSED,
          Kind.CONFLICT,
          Kind.CANCELLED,
          Kind.BUSY,
          Kind.PREEMPTED);

  private static final String ID = "tx-laser";
  private static final Duration CALL = Duration.ofSeconds(3);

  /** A laser that was just enabled starts this far off, and says so. */
  private static final long PULL_IN_MHZ = 1_500;

  private static final double MONITOR_ERROR_DB = 1;
  private static final double DARK_DBM = -60;
  private static final Duration FAULTY = Duration.ofSeconds(20);

  /** How faults choose their victims. */
  public enum Corruption {
    /** Each spoiled byte has one bit inverted: BIP-4 sees all of these. */
    SINGLE_BITS,
    /**
     * Two bits of one byte, or of bytes one after the other, may go: BIP-4 misses some of these.
     */
    ANY_BITS
  }

  private final long seed;
  private final Corruption corruption;
  private final boolean confirmReads;
  private final SplittableRandom random;
  private final List<String> findings = new ArrayList<>();
  private final Map<Kind, Integer> failures = new EnumMap<>(Kind.class);
  private long calls;
  private long good;
  private long wrong;

  private ItlaFaultCampaign(long seed, Corruption corruption, boolean confirmReads) {
    this.seed = seed;
    this.corruption = corruption;
    this.confirmReads = confirmReads;
    this.random = new SplittableRandom(seed);
  }

  /**
   * What one seed or many gave.
   *
   * @param plans runs
   * @param calls calls made while faults were about
   * @param good readings of quality GOOD that were compared with the truth
   * @param wrong readings among them that were wrong
   * @param failures calls that failed, by kind
   * @param findings everything that must not be, one line each with its seed
   */
  public record Result(
      long plans,
      long calls,
      long good,
      long wrong,
      Map<Kind, Integer> failures,
      List<String> findings) {
    Result plus(Result o) {
      Map<Kind, Integer> all = new TreeMap<>(failures);
      o.failures.forEach((k, v) -> all.merge(k, v, Integer::sum));
      List<String> lines = new ArrayList<>(findings);
      lines.addAll(o.findings);
      return new Result(
          plans + o.plans, calls + o.calls, good + o.good, wrong + o.wrong, all, lines);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d plans, %d calls, %d GOOD readings compared, %d wrong, failed calls %s, %d findings",
          plans,
          calls,
          good,
          wrong,
          failures,
          findings.size());
    }
  }

  /** Runs seeds {@code first} to {@code first + count - 1}, each in a virtual time of its own. */
  public static Result run(long first, long count, Corruption corruption, boolean confirmReads) {
    Result sum = new Result(0, 0, 0, 0, Map.of(), List.of());
    for (long seed = first; seed < first + count; seed++) {
      sum = sum.plus(new ItlaFaultCampaign(seed, corruption, confirmReads).run());
    }
    return sum;
  }

  /** Prints the campaign's figures: {@code [first seed] [plans]}. */
  public static void main(String[] arguments) {
    long first = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
    long count = arguments.length > 1 ? Long.parseLong(arguments[1]) : 10_000;
    report(
        "any bits spoiled, all reads confirmed (default)",
        run(first, count, Corruption.ANY_BITS, true));
    report(
        "single bits spoiled, reads confirmed after trouble",
        run(first, count, Corruption.SINGLE_BITS, false));
    report(
        "any bits spoiled, reads confirmed after trouble",
        run(first, count, Corruption.ANY_BITS, false));
  }

  private static void report(String what, Result r) {
    System.out.println(what + ": " + r);
    r.findings.stream().limit(5).forEach(f -> System.out.println("  " + f));
  }

  private Result run() {
    VirtualClock clock = new VirtualClock();
    try {
      clock.run(() -> scenario(clock));
    } catch (RuntimeException | Error e) {
      findings.add("seed " + seed + ": the run died: " + e);
    }
    return new Result(1, calls, good, wrong, Map.copyOf(failures), List.copyOf(findings));
  }

  private void scenario(VirtualClock clock) {
    Map<String, String> options =
        Map.of(
            "confirm-reads",
            confirmReads ? "on" : "off",
            "baud",
            random.nextBoolean() ? "0" : "115200");
    Map<String, String> module =
        Map.of(
            "version",
            random.nextBoolean() ? "1.2" : "1.3",
            "profile",
            random.nextBoolean() ? "msa" : "pure-photonics",
            "baud",
            random.nextBoolean() ? "9600" : "115200");
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
            random.nextBoolean()
                ? DeviceEntry.ReconnectPolicy.SAFE
                : DeviceEntry.ReconnectPolicy.ADOPT,
            module);
    Bench bench = new Bench("campaign", Map.of(ID, entry), Map.of(), List.of());
    try (Hal hal = Hal.emulate(bench, seed, clock)) {
      Device device = hal.device(ID);
      device.connect(Access.CONTROL, Deadline.in(clock, Duration.ofSeconds(10)));
      hal.emulation().orElseThrow().faults().plan(plan(clock));
      long end = clock.nanos() + FAULTY.toNanos();
      while (clock.nanos() < end) {
        use(hal, device.as(TunableLaser.class));
        clock.sleep(Duration.ofMillis(random.nextInt(400)));
      }
      clock.sleep(Duration.ofSeconds(8));
      recover(hal, device);
      hal.pollFailures().forEach(t -> findings.add("seed " + seed + ": a poll failed: " + t));
    }
  }

  // ---- faults

  private List<String> plan(VirtualClock clock) {
    List<String> steps = new ArrayList<>();
    double at = clock.nanos() / 1e9;
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      at += random.nextDouble() * FAULTY.toMillis() / 1e3 / count;
      steps.add(String.format(Locale.ROOT, "%.6fs %s %s", at, ID, fault()));
    }
    return steps;
  }

  private String fault() {
    String direction = random.nextBoolean() ? " direction=to-client" : " direction=to-device";
    int after = random.nextInt(12);
    return switch (random.nextInt(12)) {
      case 0, 1 -> "drop" + direction + " count=" + (1 + random.nextInt(3)) + " after=" + after;
      case 2, 3, 4 ->
          "flip"
              + direction
              + " count="
              + spoiled()
              + " bit="
              + random.nextInt(8)
              + " after="
              + after;
      case 5 -> "duplicate" + direction + " count=" + (1 + random.nextInt(4)) + " after=" + after;
      case 6 -> "split" + direction + " by=" + (1 + random.nextInt(60)) + "ms";
      case 7 ->
          "late count=" + (1 + random.nextInt(3)) + " by=" + (50 + random.nextInt(700)) + "ms";
      case 8 -> "garbage" + direction + " hex=" + hex();
      case 9 -> "silence" + direction + " for=" + (100 + random.nextInt(2_500)) + "ms";
      case 10 -> "disconnect for=" + (100 + random.nextInt(3_000)) + "ms";
      default -> "reboot";
    };
  }

  private int spoiled() {
    return corruption == Corruption.SINGLE_BITS ? 1 : 1 + random.nextInt(4);
  }

  private String hex() {
    StringBuilder s = new StringBuilder();
    for (int i = 1 + random.nextInt(7); i > 0; i--) {
      s.append(String.format(Locale.ROOT, "%02x", random.nextInt(256)));
    }
    return s.toString();
  }

  // ---- use

  private void use(Hal hal, TunableLaser laser) {
    switch (random.nextInt(9)) {
      case 0 ->
          apply(
              hal,
              laser.frequency(),
              Frequency.ofMegahertz(191_600_000L + random.nextInt(4_000) * 1_000L));
      case 1 -> apply(hal, laser.power(), OpticalPower.ofDbm(6.5 + random.nextInt(60) / 10.0));
      case 2 -> apply(hal, laser.enabled(), true);
      case 3 -> apply(hal, laser.enabled(), false);
      case 4 -> compare(hal, laser.frequency(), this::sameFrequency);
      case 5 -> compare(hal, laser.power(), this::samePower);
      case 6 ->
          compare(hal, laser.enabled(), (r, s) -> (r ? "yes" : "no").equals(s.get("enabled")));
      case 7 -> compare(hal, laser.light(), (r, s) -> sameLight(r, s));
      default -> laser.outputPower().ifPresent(p -> compareOutput(hal, p));
    }
  }

  private boolean sameFrequency(Frequency f, Map<String, String> state) {
    long target = Long.parseLong(state.getOrDefault("tuned-mhz", "0"));
    return Math.abs(f.hertz() / 1_000_000L - target) < PULL_IN_MHZ;
  }

  private boolean samePower(OpticalPower p, Map<String, String> state) {
    return Math.abs(p.dbm() - Double.parseDouble(state.getOrDefault("set-point-dbm", "0"))) < 0.005;
  }

  private static boolean sameLight(LightState seen, Map<String, String> state) {
    return seen != LightState.NONE_SEEN || "no".equals(state.get("enabled"));
  }

  /** How a value agrees with the model's state. */
  private interface Agreement<T> {
    boolean test(T value, Map<String, String> state);
  }

  /**
   * A reading agrees with the truth at the beginning or at the end of the call; in between it may
   * have changed.
   */
  private <T> void compare(Hal hal, Sensor<T> sensor, Agreement<T> agreement) {
    Map<String, String> before = state(hal);
    Reading<T> reading = call(hal, "read " + sensor.address(), () -> sensor.read(deadline(hal)));
    if (reading == null || reading.quality() != Quality.GOOD) {
      return;
    }
    Map<String, String> after = state(hal);
    good++;
    if (!agreement.test(reading.value(), before) && !agreement.test(reading.value(), after)) {
      wrong++;
      findings.add(
          "seed "
              + seed
              + ": "
              + sensor.address()
              + " read "
              + reading
              + ", the module is at "
              + after);
    }
  }

  /**
   * Power ramps: what was measured lies between the light before and the light after, give or take
   * the monitor's error.
   */
  private void compareOutput(Hal hal, Sensor<OpticalPower> sensor) {
    double before = light(hal);
    Reading<OpticalPower> reading =
        call(hal, "read " + sensor.address(), () -> sensor.read(deadline(hal)));
    if (reading == null || reading.quality() != Quality.GOOD) {
      return;
    }
    double after = light(hal);
    double seen = reading.value().dbm();
    good++;
    if (seen < Math.min(before, after) - MONITOR_ERROR_DB
        || seen > Math.max(before, after) + MONITOR_ERROR_DB) {
      wrong++;
      findings.add(
          "seed "
              + seed
              + ": output read "
              + reading
              + ", light was "
              + before
              + " and is "
              + after
              + " dBm");
    }
  }

  private static double light(Hal hal) {
    return Math.max(DARK_DBM, hal.emulation().orElseThrow().truth().light(ID + "/out").dbm());
  }

  private <T> void apply(Hal hal, Control<T> control, T value) {
    call(hal, "apply " + control.address(), () -> control.apply(value, deadline(hal)));
  }

  private static Deadline deadline(Hal hal) {
    return Deadline.in(hal.clock(), CALL);
  }

  private static Map<String, String> state(Hal hal) {
    return hal.emulation().orElseThrow().truth().state(ID);
  }

  private <T> @Nullable T call(Hal hal, String what, Supplier<T> body) {
    calls++;
    long start = hal.clock().nanos();
    try {
      return body.get();
    } catch (HalException e) {
      failures.merge(e.kind(), 1, Integer::sum);
      if (!EXPECTED.contains(e.kind())) {
        findings.add("seed " + seed + ": " + what + " failed as " + e);
      }
      return null;
    } finally {
      long late = hal.clock().nanos() - start - CALL.toNanos();
      if (late > 0) {
        findings.add(
            "seed " + seed + ": " + what + " ended " + late / 1e6 + " ms after its deadline");
      }
    }
  }

  // ---- afterwards

  private void recover(Hal hal, Device device) {
    if (device.state() != DeviceState.READY) {
      findings.add(
          "seed " + seed + ": afterwards the device is " + device.state() + ", " + device.health());
      return;
    }
    try {
      Deadline soon = Deadline.in(hal.clock(), Duration.ofSeconds(60));
      TunableLaser laser = device.as(TunableLaser.class);
      OpticalPower power = OpticalPower.ofDbm(10);
      laser.power().apply(power).await(Milestone.SETTLED, soon);
      laser.enabled().apply(true).await(Milestone.SETTLED, soon);
      OpticalPower light = hal.emulation().orElseThrow().truth().light(ID + "/out");
      if (Math.abs(light.dbm() - power.dbm()) > 1) {
        findings.add("seed " + seed + ": afterwards the laser makes " + light);
      }
      SafeReport report = device.makeSafe(Deadline.in(hal.clock(), CALL));
      if (report.outcome() != SafeReport.Outcome.VERIFIED_DARK
          || hal.emulation().orElseThrow().truth().light(ID + "/out").watts() != 0) {
        findings.add("seed " + seed + ": afterwards it is not dark: " + report);
      }
    } catch (HalException e) {
      findings.add("seed " + seed + ": afterwards " + e);
    }
  }
}

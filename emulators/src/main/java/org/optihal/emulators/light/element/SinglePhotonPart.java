package org.optihal.emulators.light.element;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.optihal.emulators.light.Flow;
import org.optihal.emulators.light.SpectralGrid;
import org.optihal.hal.bench.DetectorElements;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.ElementParameter;
import org.optihal.hal.light.Cause;
import org.optihal.hal.light.Detection;
import org.optihal.physics.light.Photons;
import org.optihal.physics.photon.AvalancheDetector;
import org.optihal.physics.photon.Blinding;
import org.optihal.physics.photon.BrightLight;
import org.optihal.physics.photon.Damage;
import org.optihal.physics.photon.DamageThresholds;
import org.optihal.physics.photon.Gate;
import org.optihal.physics.photon.Jitter;
import org.optihal.physics.photon.SinglePhotonDetection;
import org.optihal.physics.photon.Trap;

/**
 * A single-photon detector: what it counts on average of the light it gets. Free running it takes
 * pulses for continuous light of the same mean power.
 */
public final class SinglePhotonPart extends DetectorPart {
  /** Powers beyond the first damage at which more is lost, as those of {@link DamageThresholds}. */
  private static final double TO_BLIND = 4;

  private static final double TO_DESTRUCTION = 8;

  /** Events in a recovery time for which count rates are known. */
  private static final double MOST_IN_RECOVERY = 1e10;

  /** Levels that stand for a band of traps. */
  private static final int TRAP_LEVELS = 5;

  /** Band in which avalanches shine back, assumed: 1500 to 1600 nm of a broad spectrum. */
  private static final double BACKFLASH_LOW = 187.4e12;

  private static final double BACKFLASH_HIGH = 199.9e12;

  private final AvalancheDetector detector;
  private final BrightLight limits;
  private final DamageThresholds thresholds;
  private Blinding blinding;
  private Damage damage;
  private long lastNanos = Long.MIN_VALUE;
  private double lastWatts;
  private double shining;
  private Detection detection;

  private SinglePhotonPart(
      Element element,
      double stands,
      double blinding,
      double avalancheCharge,
      AvalancheDetector detector) {
    super(element, stands);
    if (!(blinding > 0)) {
      throw wrong("blinding", "darkness blinds nobody");
    }
    double most = detector.efficiency() * blinding / Photons.energy(SpectralGrid.LOW);
    if (most * detector.recoveryTime() > MOST_IN_RECOVERY) {
      throw wrong("recovery", "too long for light that does not blind it yet");
    }
    thresholds = new DamageThresholds(stands, TO_BLIND * stands, TO_DESTRUCTION * stands);
    BrightLight typical = BrightLight.TYPICAL;
    limits =
        new BrightLight(
            blinding,
            typical.paralysisCurrent(),
            avalancheCharge,
            typical.neverClickEnergy(),
            typical.alwaysClickEnergy(),
            typical.rearmTime(),
            thresholds);
    this.detector = detector.withBrightLight(limits);
    this.blinding = new Blinding(limits);
    this.damage = new Damage(thresholds);
    this.detection = detect(Map.of(), Map.of(), new Arrivals(), 0);
  }

  /** Of a {@code spad} element. */
  static SinglePhotonPart avalanche(Element e, SplittableRandom unused) {
    Optional<Gate> gate =
        DetectorElements.SPAD_GATE_RATE.find(e).map(rate -> gate(e, (double) rate.hertz()));
    double trapped = DetectorElements.SPAD_AFTER_PULSING.of(e).value();
    AvalancheDetector detector =
        base(e, seconds(DetectorElements.SPAD_DEAD_TIME.of(e)), DetectorElements.SPAD_JITTER)
            .withRecoveryTime(seconds(DetectorElements.SPAD_RECOVERY.of(e)))
            .withTraps(trapped == 0 ? List.of() : traps(e, trapped))
            .withBackflash(DetectorElements.SPAD_BACKFLASH.of(e).value())
            .withGate(gate.orElse(null));
    return new SinglePhotonPart(
        e,
        DetectorElements.MAX_INPUT.of(e).watts(),
        DetectorElements.SPAD_BLINDING.of(e).watts(),
        BrightLight.TYPICAL.avalancheCharge(),
        detector);
  }

  /**
   * Of a {@code snspd} element: light blinds it as it does an avalanche diode, and its electronics
   * bring it back when the light is gone; it never stays latched, and counts cost it no bias.
   */
  static SinglePhotonPart nanowire(Element e, SplittableRandom unused) {
    return new SinglePhotonPart(
        e,
        DetectorElements.MAX_INPUT.of(e).watts(),
        DetectorElements.SNSPD_BLINDING.of(e).watts(),
        0,
        base(e, seconds(DetectorElements.SNSPD_DEAD_TIME.of(e)), DetectorElements.SNSPD_JITTER));
  }

  private static Gate gate(Element e, double rate) {
    return Gate.flat(rate, 0, DetectorElements.SPAD_GATE_WIDTH.of(e).value() * 1e-12);
  }

  private static List<Trap> traps(Element e, double amplitude) {
    double shortest = seconds(DetectorElements.SPAD_TRAP_LIFETIME.of(e));
    return DetectorElements.SPAD_LONGEST_TRAP_LIFETIME
        .find(e)
        .map(longest -> Trap.band(amplitude, shortest, seconds(longest), TRAP_LEVELS))
        .orElse(List.of(new Trap(amplitude, shortest)));
  }

  private static AvalancheDetector base(
      Element e, double deadTime, ElementParameter<org.optihal.hal.quantity.Picos> jitter) {
    return new AvalancheDetector(
        DetectorElements.EFFICIENCY.of(e).value(),
        DetectorElements.DARK_RATE.of(e).perSecond(),
        deadTime,
        0,
        List.of(),
        Jitter.gaussian(jitter.of(e).value() * 1e-12),
        0,
        BrightLight.TYPICAL,
        null);
  }

  private static double seconds(java.time.Duration d) {
    return d.toNanos() / 1e9;
  }

  /** What it does with its light now. */
  public Detection detection() {
    return detection;
  }

  /** Its parameters, for whoever draws single detections. */
  public AvalancheDetector detector() {
    return detector;
  }

  /** Counts shine back; those since it was last looked at, as long as nothing else changes. */
  @Override
  public boolean advance(long nanos) {
    boolean changed = detector.backflash() > 0 && shining != detection.countRate();
    shining = detection.countRate();
    return changed;
  }

  @Override
  public void generate(Flow[] entering, int to, Flow out, SpectralGrid grid) {
    if (detector.backflash() == 0) {
      return;
    }
    double photons = SinglePhotonDetection.backflashRate(shining, detector.backflash(), 1);
    double perHertz = photons / (BACKFLASH_HIGH - BACKFLASH_LOW);
    for (int i = 0; i < grid.bins(); i++) {
      if (grid.center(i) > BACKFLASH_LOW && grid.center(i) < BACKFLASH_HIGH) {
        out.addNoise(Cause.BACKFLASH, i, perHertz * Photons.energy(grid.center(i)));
      }
    }
  }

  @Override
  public void inherit(ElementPart old) {
    super.inherit(old);
    if (old instanceof SinglePhotonPart past) {
      blinding = new Blinding(limits, past.blinding);
      damage = new Damage(thresholds, past.damage.worst());
      lastNanos = past.lastNanos;
      lastWatts = past.lastWatts;
      shining = past.shining;
      detection = past.detection; // until it gets its light
    }
  }

  @Override
  public void receive(Flow[] entering, SpectralGrid grid, long nanos) {
    Flow in = entering[IN];
    Map<String, Double> lines = new LinkedHashMap<>();
    Map<Cause, Double> arriving = new EnumMap<>(Cause.class);
    Arrivals arrivals = new Arrivals();
    for (int i = 0; i < in.lines(); i++) {
      if (in.watts(i) == 0 && in.crosstalk(i) == 0) {
        continue; // a laser that was never tuned has no frequency
      }
      double photon = Photons.energy(in.hertz(i));
      if (in.watts(i) > 0) {
        lines.put(in.source(i), in.watts(i) / photon);
        arrivals.add(in.watts(i) / photon, in.pulseRate(i));
      }
      if (in.watts(i) > 0 || in.crosstalk(i) > 0) {
        arriving.merge(Cause.CROSSTALK, in.crosstalk(i) / photon, Double::sum);
      }
    }
    for (Cause cause : in.causes()) {
      double[] density = in.noiseFor(cause);
      for (int i = 0; i < density.length; i++) {
        double power = density[i] * grid.width(i);
        arriving.merge(cause, power / Photons.energy(grid.center(i)), Double::sum);
      }
    }
    for (double noise : arriving.values()) {
      arrivals.add(noise, 0);
    }
    double watts = in.lineWatts() + in.noiseWatts(grid);
    endure(watts, nanos);
    damage.expose(watts);
    double elapsed = lastNanos == Long.MIN_VALUE ? 0 : Math.max(0, nanos - lastNanos) / 1e9;
    lastNanos = nanos;
    // Until now the light was as it was last seen.
    blinding.pass(elapsed, lastWatts, detection.countRate());
    lastWatts = watts;
    detection = detect(lines, arriving, arrivals, watts);
  }

  private Detection detect(
      Map<String, Double> lines, Map<Cause, Double> arriving, Arrivals arrivals, double watts) {
    AvalancheDetector intact =
        detector.scaled(damage.worst().efficiencyFactor(), damage.worst().darkRateFactor());
    if (blinding.pass(0, watts, 0) == Blinding.Mode.SINGLE_PHOTON) {
      double counts =
          limits.countRate(v -> Counting.of(intact.scaled(v, v), arrivals).rate(), watts);
      blinding.pass(0, watts, counts);
    }
    double sensitivity = blinding.sensitivity();
    AvalancheDetector now = intact.scaled(sensitivity, sensitivity);
    Counting counting = Counting.of(now, arrivals);
    Gate gate = now.gate();
    return new Detection(
        lines,
        arriving,
        now.efficiency(),
        now.darkRate(),
        counting.rate(),
        counting.liveShare(),
        counting.afterPulsing(),
        gate == null ? 0 : gate.rate(),
        gate == null ? 0 : gate.width(),
        blinding.monitorCurrent(),
        blinding.mode() != Blinding.Mode.SINGLE_PHOTON,
        damage.worst() != Damage.Stage.NONE);
  }

  @Override
  public Map<String, String> state() {
    Map<String, String> state = new LinkedHashMap<>();
    state.put("mode", blinding.mode().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    state.put("count-rate", Double.toString(detection.countRate()));
    state.put("photocurrent-a", Double.toString(detection.photocurrent()));
    state.put("damage", damage.worst().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    return state;
  }
}

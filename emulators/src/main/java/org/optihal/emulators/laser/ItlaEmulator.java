package org.optihal.emulators.laser;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.optihal.emulators.EmulatedDevice;
import org.optihal.emulators.fault.FaultKind;
import org.optihal.emulators.fault.FaultStep;
import org.optihal.emulators.laser.ItlaModule.Refusal;
import org.optihal.emulators.light.LightSource;
import org.optihal.emulators.wire.ByteServer;
import org.optihal.hal.quantity.OpticalPower;
import org.optihal.protocols.itla.ItlaRegister;

/** An ITLA module with its link {@code main} and its optical output {@code out}. */
final class ItlaEmulator implements EmulatedDevice {
  private final ItlaModule module;
  private final ItlaServer server;

  ItlaEmulator(ItlaProfile profile, SplittableRandom random, long nanos) {
    this.module = new ItlaModule(profile, random, nanos);
    this.server = new ItlaServer(module, nanos);
  }

  @Override
  public Map<String, ByteServer> servers() {
    return Map.of("main", server);
  }

  @Override
  public Map<String, LightSource> outputs() {
    return Map.of("out", new Output());
  }

  private final class Output implements LightSource {
    @Override
    public OpticalPower light(long nanos) {
      module.advance(nanos);
      return module.light();
    }

    @Override
    public double hertz(long nanos) {
      module.advance(nanos);
      return module.optics().megahertz(nanos) * 1e6;
    }

    @Override
    public double linewidth() {
      return ItlaOptics.LINEWIDTH_HERTZ;
    }
  }

  @Override
  public Map<String, String> state(long nanos) {
    module.advance(nanos);
    Map<String, String> state = new LinkedHashMap<>();
    state.put("ready", word(module.isReady()));
    state.put("enabled", word(module.isEnabled()));
    state.put("pending", word(module.pendingFlags() != 0));
    state.put("lit", word(module.light().watts() > 0));
    state.put("held-by-pin", word(module.isHeldByPin()));
    state.put("channel", Long.toString(module.frequencies().channel()));
    state.put("target-mhz", Long.toString(module.frequencies().wanted()));
    state.put("tuned-mhz", Long.toString(module.optics().tunedMegahertz()));
    double setPoint = module.settings().get(ItlaRegister.PWR) / 100.0;
    state.put("set-point-dbm", String.format(Locale.ROOT, "%.2f", setPoint));
    state.put("mode", Integer.toString(module.settings().get(ItlaRegister.LOW_NOISE)));
    state.put("status-f", hex(module.alarms().word(ItlaRegister.STATUS_F)));
    state.put("status-w", hex(module.alarms().word(ItlaRegister.STATUS_W)));
    state.put("serial-number", server.texts().serialNumber());
    state.put("baud", Integer.toString(server.baud()));
    return state;
  }

  private static String word(boolean yes) {
    return yes ? "yes" : "no";
  }

  private static String hex(int word) {
    return String.format(Locale.ROOT, "0x%04X", word);
  }

  @Override
  public List<FaultKind> faults() {
    return ItlaFaults.ALL;
  }

  @Override
  public void check(FaultStep step) {
    ItlaFaults.check(step);
  }

  @Override
  public void fault(FaultStep step, long nanos) {
    module.advance(nanos);
    Map<String, String> p = step.parameters();
    switch (step.fault()) {
      case "busy" -> module.busyUntil(nanos + ItlaFaults.FOR.from(p).toNanos());
      case "error" ->
          server.force(ItlaFaults.CODE.from(p), Math.toIntExact(ItlaFaults.COUNT.from(p)));
      case "reboot" -> server.restart(nanos);
      case "identity" ->
          server.texts(server.texts().other(ItlaFaults.SERIAL.from(p), ItlaFaults.MODEL.from(p)));
      case "power-drift" ->
          move(module.optics().powerDrift(), ItlaFaults.POWER.from(p).db(), p, nanos);
      case "frequency-drift" ->
          move(
              module.optics().frequencyDrift(),
              ItlaFaults.FREQUENCY.from(p).hertz() / 1e6,
              p,
              nanos);
      case "overheat" ->
          move(module.optics().overheating(), ItlaFaults.HEAT.from(p).celsius(), p, nanos);
      case "aging" -> move(module.optics().aging(), ItlaFaults.AGE.from(p).value() * 100, p, nanos);
      case "stuck" -> stick(ItlaFaults.SENSOR.from(p));
      default -> throw new IllegalArgumentException("no fault of this device: " + step);
    }
  }

  /** Moves in steps that {@link ItlaModule#advance} can follow. */
  private void move(Ramp ramp, double value, Map<String, String> p, long nanos) {
    Duration over = ItlaFaults.OVER.from(p);
    ramp.moveTo(value, nanos, over.toNanos());
    module.advance(nanos);
  }

  private void stick(ItlaFaults.Monitor sensor) {
    List<ItlaRegister> registers =
        switch (sensor) {
          case POWER -> List.of(ItlaRegister.OOP);
          case FREQUENCY -> List.of(ItlaRegister.LF1, ItlaRegister.LF2, ItlaRegister.LF3);
          case TEMPERATURE -> List.of(ItlaRegister.C_TEMP);
        };
    try {
      for (ItlaRegister register : registers) {
        server.registers().stick(register);
      }
    } catch (Refusal e) {
      throw new IllegalStateException("a sensor's register can always be read", e);
    }
  }
}

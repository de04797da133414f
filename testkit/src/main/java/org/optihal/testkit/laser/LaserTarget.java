package org.optihal.testkit.laser;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.device.Device;
import org.optihal.hal.event.Events;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.link.WireTaps;
import org.optihal.hal.quantity.Decibel;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.Truth;

/**
 * A laser under test, opened for one test and not connected yet.
 *
 * @param name for messages
 * @param device to be tested
 * @param clock its time
 * @param taps to see whether it sends
 * @param truth what its light really is, where that can be known
 * @param cable a way to unplug it, if there is one
 * @param limits what may be expected of it
 * @param closer ends whatever was opened with it
 */
public record LaserTarget(
    String name,
    Device device,
    HalClock clock,
    WireTaps taps,
    Optional<Truth> truth,
    Optional<Cable> cable,
    Limits limits,
    Runnable closer)
    implements AutoCloseable {

  /** Unplugs and plugs in again, with the laser powered throughout. */
  public interface Cable {
    void unplug();

    void replug();
  }

  /**
   * What may be expected.
   *
   * @param mayEmit whether tests may make light
   * @param frequency how far a settled frequency may read from the programmed one
   * @param power how far the light may be from the power it was told to make
   * @param patience longest time to connect, to settle, or to come back
   * @param slack how late a call may end on a computer that does other things too; zero in virtual
   *     time
   */
  public record Limits(
      boolean mayEmit,
      FrequencyOffset frequency,
      Decibel power,
      Duration patience,
      Duration slack) {
    /** Emitting, a step of 1 MHz, 0.01 dB, a minute; half a second of slack in real time. */
    public static Limits exact(HalClock clock) {
      return new Limits(
          true,
          FrequencyOffset.ofMegahertz(1),
          new Decibel(0.01),
          Duration.ofMinutes(1),
          clock instanceof VirtualClock ? Duration.ZERO : Duration.ofMillis(500));
    }

    /** The same with other tolerances. */
    public Limits tolerating(FrequencyOffset newFrequency, Decibel newPower) {
      return new Limits(mayEmit, newFrequency, newPower, patience, slack);
    }

    /** The same in the dark. */
    public Limits withoutEmission() {
      return new Limits(false, frequency, power, patience, slack);
    }
  }

  /** An ideal laser. */
  public static LaserTarget ideal(HalClock clock) {
    WireTaps taps = new WireTaps();
    IdealTunableLaser laser = new IdealTunableLaser("ideal-laser", clock, new Events(clock), taps);
    Cable cable =
        new Cable() {
          @Override
          public void unplug() {
            laser.unplug();
          }

          @Override
          public void replug() {
            laser.replug();
          }
        };
    return new LaserTarget(
        "ideal laser",
        laser,
        clock,
        taps,
        Optional.of(laser.truth()),
        Optional.of(cable),
        Limits.exact(clock),
        laser::close);
  }

  /** A device of an open bench; truth and cable come from its emulation, if it has one. */
  public static LaserTarget of(Hal hal, String id, Limits limits) {
    Optional<Emulation> emulation = hal.emulation();
    return new LaserTarget(
        hal.device(id).driver() + " " + id,
        hal.device(id),
        hal.clock(),
        hal.taps(),
        emulation.map(Emulation::truth),
        emulation.map(e -> cable(e, id)),
        limits,
        hal::close);
  }

  private static Cable cable(Emulation emulation, String id) {
    return new Cable() {
      @Override
      public void unplug() {
        emulation.faults().unplug(id);
      }

      @Override
      public void replug() {
        emulation.faults().replug(id);
      }
    };
  }

  /**
   * A device at a URL, real or served by somebody: nothing is known of its light, nobody pulls its
   * cable.
   */
  public static LaserTarget at(DeviceUrl url, String driver, Limits limits) {
    DeviceEntry entry = DeviceEntry.of("laser", driver, Map.of("main", url));
    Hal hal =
        Hal.open(new Bench("contract", Map.of("laser", entry), Map.of(), java.util.List.of()));
    return of(hal, "laser", limits);
  }

  @Override
  public void close() {
    closer.run();
  }
}

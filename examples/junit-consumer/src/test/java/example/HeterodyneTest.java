package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.laser.LightState;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.quantity.FrequencyOffset;
import org.optihal.hal.quantity.UnitText;
import org.optihal.hal.spi.Faults;
import org.optihal.hal.spi.Truth;
import org.optihal.testkit.Bench;
import org.optihal.testkit.Named;

/** Runs in virtual time: the tuning takes seconds there, and milliseconds here. */
@Bench("two-lasers.yaml")
class HeterodyneTest {
  private static final FrequencyOffset BEAT = FrequencyOffset.ofMegahertz(1_000);

  @Test
  void bothLasersEmitABeatApart(
      @Named("tx-laser") TunableLaser tx,
      @Named("lo-laser") TunableLaser lo,
      HalClock clock,
      Truth truth) {
    new Heterodyne(tx, lo, clock).start(UnitText.frequency("193.4 THz"), BEAT);

    assertThat(tx.light().read().value()).isEqualTo(LightState.EMITTING);
    assertThat(truth.light("tx-laser/out").watts()).isPositive();
    clock.sleep(Duration.ofMinutes(1)); // costs nothing
    long beat = lo.frequency().read().value().minus(tx.frequency().read().value()).hertz();
    assertThat(beat).isBetween(900_000_000L, 1_100_000_000L);
  }

  @Test
  void aCableThatIsPulledIsNoticedAndComesBack(
      @Named("tx-laser") TunableLaser laser,
      @Named("tx-laser") Device device,
      HalClock clock,
      Faults faults) {
    faults.unplug("tx-laser");
    assertThatThrownBy(() -> laser.frequency().read())
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED));

    faults.replug("tx-laser");
    clock.sleep(Duration.ofSeconds(30));
    assertThat(device.state()).isEqualTo(DeviceState.READY);
  }

  @Test
  void safeMeansDarkInTruth(
      @Named("tx-laser") TunableLaser tx,
      @Named("tx-laser") Device device,
      @Named("lo-laser") TunableLaser lo,
      HalClock clock,
      Truth truth) {
    new Heterodyne(tx, lo, clock).start(UnitText.frequency("1550.12 nm"), BEAT);

    SafeReport report = device.makeSafe(Deadline.in(clock, Duration.ofSeconds(10)));
    assertThat(report.outcome()).isEqualTo(SafeReport.Outcome.VERIFIED_DARK);
    assertThat(truth.isDark("tx-laser")).isTrue();
    assertThat(truth.isDark("lo-laser")).isFalse();
  }
}

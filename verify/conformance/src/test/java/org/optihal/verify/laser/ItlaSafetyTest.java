package org.optihal.verify.laser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.optihal.hal.Hal;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Task;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.device.Access;
import org.optihal.hal.device.Device;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.event.Events;
import org.optihal.hal.event.HalEvent;
import org.optihal.hal.laser.TunableLaser;
import org.optihal.hal.operation.Milestone;
import org.optihal.hal.operation.Operation;
import org.optihal.hal.point.Control;
import org.optihal.hal.quantity.Frequency;

/** Making an ITLA module safe at the worst moments, and settings that meet each other. */
class ItlaSafetyTest {
  private static final String ID = "tx-laser";

  private record Setup(Hal hal, Device device, TunableLaser laser) {
    boolean isDark() {
      return hal.emulation().orElseThrow().truth().isDark(ID);
    }

    void fault(String step) {
      hal.emulation().orElseThrow().faults().now(ID + " " + step);
    }

    Deadline in(int millis) {
      return Deadline.in(hal.clock(), Duration.ofMillis(millis));
    }

    void sleep(int millis) {
      hal.clock().sleep(Duration.ofMillis(millis));
    }

    void emit() {
      laser.enabled().apply(true).await(Milestone.SETTLED, in(60_000));
      assertThat(isDark()).isFalse();
    }

    void untilReady() {
      for (int i = 0; i < 1_000 && device.state() != DeviceState.READY; i++) {
        sleep(20);
      }
      assertThat(device.state()).isEqualTo(DeviceState.READY);
    }
  }

  private static Bench bench(DeviceEntry.ReconnectPolicy policy) {
    DeviceEntry entry =
        new DeviceEntry(
            ID,
            "itla",
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            DeviceEntry.StopPolicy.SAFE,
            policy);
    return new Bench("safety", Map.of(ID, entry), Map.of(), List.of());
  }

  private static void with(DeviceEntry.ReconnectPolicy policy, Consumer<Setup> test) {
    VirtualClock clock = new VirtualClock();
    clock.run(
        () -> {
          try (Hal hal = Hal.emulate(bench(policy), 1, clock)) {
            Device device = hal.device(ID);
            device.connect(Access.CONTROL, Deadline.in(clock, Duration.ofSeconds(10)));
            test.accept(new Setup(hal, device, device.as(TunableLaser.class)));
            assertThat(hal.pollFailures()).isEmpty();
          }
        });
  }

  private static void adopting(Consumer<Setup> test) {
    with(DeviceEntry.ReconnectPolicy.ADOPT, test);
  }

  @Test
  void anInterruptedThreadMakesItDarkOnABusyPort() {
    adopting(
        s -> {
          s.emit();
          HalClock clock = s.hal.clock();
          Task reader = clock.spawn("reader", () -> s.laser.frequency().read());
          s.sleep(5); // it owns the port by now
          SafeReport[] report = new SafeReport[1];
          Task maker = clock.spawn("maker", () -> report[0] = s.device.makeSafe(s.in(2_000)));
          maker.interrupt();
          assertThat(maker.join(s.in(10_000).nanos())).isTrue();
          assertThat(reader.join(s.in(10_000).nanos())).isTrue();
          assertThat(report[0].outcome()).isEqualTo(SafeReport.Outcome.VERIFIED_DARK);
          assertThat(s.isDark()).isTrue();
        });
  }

  @Test
  void aRequestDuringReconnectIsServedBeforeItIsReady() {
    adopting(
        s -> {
          s.emit();
          s.fault("disconnect for=300ms");
          for (int i = 0; i < 1_000 && s.device.state() != DeviceState.CONNECTING; i++) {
            s.sleep(20);
          }
          s.sleep(400);
          assertThat(s.device.state()).isEqualTo(DeviceState.CONNECTING);
          assertThat(s.device.makeSafe(s.in(500)).outcome())
              .isEqualTo(SafeReport.Outcome.PENDING_UNREACHABLE);
          s.untilReady();
          assertThat(s.isDark()).isTrue();
        });
  }

  @Test
  void aRequestThatFailedIsRepeatedUntilItIsAnswered() {
    adopting(
        s -> {
          s.emit();
          s.fault("silence direction=to-device for=900ms");
          SafeReport report = s.device.makeSafe(s.in(400));
          assertThat(report.outcome()).isNotEqualTo(SafeReport.Outcome.VERIFIED_DARK);
          s.sleep(15_000);
          assertThat(s.isDark()).isTrue();
        });
  }

  @Test
  void anOldRequestIsForgottenOnceItWasServed() {
    adopting(
        s -> {
          s.emit();
          s.fault("silence direction=to-device for=900ms");
          s.device.makeSafe(s.in(400));
          s.sleep(15_000);
          s.untilReady();
          s.emit();
          s.fault("disconnect for=300ms");
          s.sleep(1_000);
          s.untilReady();
          assertThat(s.isDark()).as("the state was to be adopted").isFalse();
        });
  }

  @Test
  void takingControlAfterLookingIsNoLossOfTheLink() {
    VirtualClock clock = new VirtualClock();
    clock.run(
        () -> {
          try (Hal hal = Hal.emulate(bench(DeviceEntry.ReconnectPolicy.SAFE), 1, clock);
              Events.Subscription events = hal.events().subscribe()) {
            Device device = hal.device(ID);
            device.connect(Access.OBSERVE, Deadline.in(clock, Duration.ofSeconds(10)));
            device.connect(Access.CONTROL, Deadline.in(clock, Duration.ofSeconds(10)));
            assertThat(device.state()).isEqualTo(DeviceState.READY);
            Optional<HalEvent> event = events.next(new Deadline(clock.nanos()));
            for (; event.isPresent(); event = events.next(new Deadline(clock.nanos()))) {
              assertThat(event.get()).isNotInstanceOf(HalEvent.MadeSafe.class);
            }
          }
        });
  }

  @Test
  void afterALossItIsMadeSafeFirst() {
    with(
        DeviceEntry.ReconnectPolicy.SAFE,
        s -> {
          s.emit();
          s.fault("disconnect for=300ms");
          s.sleep(1_000);
          s.untilReady();
          assertThat(s.isDark()).isTrue();
        });
  }

  @Test
  void ofTwoTunesTheNewerWins() {
    adopting(
        s -> {
          Frequency[] wanted = {
            Frequency.ofMegahertz(193_200_000), Frequency.ofMegahertz(194_350_000)
          };
          HalException[] failure = new HalException[2];
          Task[] tasks = new Task[2];
          for (int i = 0; i < 2; i++) {
            int n = i;
            tasks[i] =
                s.hal
                    .clock()
                    .spawn(
                        "tune-" + i,
                        () -> {
                          try {
                            s.laser
                                .frequency()
                                .apply(wanted[n])
                                .await(Milestone.SETTLED, s.in(60_000));
                          } catch (HalException e) {
                            failure[n] = e;
                          }
                        });
          }
          for (Task t : tasks) {
            assertThat(t.join(s.in(90_000).nanos())).isTrue();
          }
          int winner = failure[0] == null ? 0 : 1;
          assertThat(failure[winner]).isNull();
          assertThat(failure[1 - winner]).isNotNull();
          assertThat(failure[1 - winner].kind()).isEqualTo(Kind.CANCELLED);
          assertThat(s.laser.frequency().intended()).contains(wanted[winner]);
          long off = s.laser.frequency().read().value().minus(wanted[winner]).abs().hertz();
          assertThat(off).isLessThan(2_500_000_000L);
        });
  }

  @Test
  void aRefusedEnableEndsItsOperation() {
    adopting(
        s -> {
          s.fault("busy for=30s");
          assertThatThrownBy(() -> s.laser.enabled().apply(true, s.in(1_000)))
              .isInstanceOfSatisfying(
                  HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_READY));
          s.sleep(31_000);
          Operation<?> again = s.laser.enabled().apply(true);
          again.await(Milestone.SETTLED, s.in(60_000));
          assertThat(s.isDark()).isFalse();
        });
  }

  @Test
  void twoFlagsOfOneRegisterDoNotLoseEachOther() {
    adopting(
        s -> {
          Task[] tasks = new Task[2];
          String[] flags = {"shutDownOnFatal", "alarmDuringTuning"};
          for (int i = 0; i < 2; i++) {
            Control<Boolean> flag = flag(s.device, flags[i]);
            tasks[i] = s.hal.clock().spawn("flag-" + i, () -> flag.apply(false));
          }
          for (Task t : tasks) {
            assertThat(t.join(s.in(10_000).nanos())).isTrue();
          }
          for (String name : flags) {
            assertThat(flag(s.device, name).read().value()).as(name).isFalse();
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static Control<Boolean> flag(Device device, String name) {
    return (Control<Boolean>) device.point(name).orElseThrow();
  }
}

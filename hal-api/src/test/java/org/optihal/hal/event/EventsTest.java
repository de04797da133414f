package org.optihal.hal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.point.Address;
import org.optihal.hal.point.Reading;
import org.optihal.hal.point.Source;

class EventsTest {
  private final VirtualClock clock = new VirtualClock();
  private final Events events = new Events(clock);

  private HalEvent event(int i) {
    return new HalEvent.StateChanged(clock.wall(), "d" + i, DeviceState.NEW, DeviceState.READY, "");
  }

  private HalEvent next(Events.Subscription s) {
    return s.next(new Deadline(clock.nanos())).orElseThrow();
  }

  @Test
  void everySubscriberGetsEveryEventFromItsSubscriptionOn() {
    clock.run(
        () -> {
          events.publish(event(0));
          try (Events.Subscription a = events.subscribe()) {
            events.publish(event(1));
            try (Events.Subscription b = events.subscribe()) {
              events.publish(event(2));
              assertThat(next(b).device()).isEqualTo("d2");
            }
            assertThat(next(a).device()).isEqualTo("d1");
            assertThat(next(a).device()).isEqualTo("d2");
            assertThat(a.next(new Deadline(0))).isEmpty();
          }
        });
  }

  @Test
  void waitingEndsWithAnEventOrTheDeadline() {
    clock.run(
        () -> {
          Events.Subscription s = events.subscribe();
          clock.after(1_000, () -> events.publish(event(1)));
          assertThat(s.next(Deadline.in(clock, Duration.ofMillis(1)))).isPresent();
          assertThat(clock.nanos()).isEqualTo(1_000);
          assertThat(s.next(Deadline.in(clock, Duration.ofMillis(1)))).isEmpty();
          assertThat(clock.nanos()).isEqualTo(1_001_000);
        });
  }

  @Test
  void lossesAreToldWhereTheyHappened() {
    clock.run(
        () -> {
          Events.Subscription s = events.subscribe();
          for (int i = 0; i < 1034; i++) {
            events.publish(event(i));
          }
          for (int i = 0; i < 1024; i++) {
            assertThat(next(s).device()).isEqualTo("d" + i);
          }
          assertThat(next(s))
              .isInstanceOfSatisfying(
                  HalEvent.Overflow.class,
                  o -> {
                    assertThat(o.count()).isEqualTo(10);
                    assertThat(o.lost()).hasSize(5).first().isEqualTo("StateChanged of d1024");
                    assertThat(o.text()).startsWith("10 events were lost");
                  });
          events.publish(event(7));
          assertThat(next(s).device()).isEqualTo("d7");
          assertThat(s.next(new Deadline(0))).isEmpty();
        });
  }

  @Test
  void aSubscriberThatNeverCatchesUpIsToldAllTheSame() {
    clock.run(
        () -> {
          Events.Subscription s = events.subscribe();
          for (int i = 0; i < 1030; i++) {
            events.publish(event(i));
          }
          long overflows = 0;
          long lost = 0;
          long seen = 0;
          for (int i = 1030; i < 6000; i++) {
            HalEvent e = next(s);
            if (e instanceof HalEvent.Overflow o) {
              overflows++;
              lost += o.count();
            } else {
              seen++;
            }
            events.publish(event(i));
            events.publish(event(i));
          }
          assertThat(overflows).isPositive();
          while (true) {
            var e = s.next(new Deadline(0));
            if (e.isEmpty()) {
              break;
            } else if (e.get() instanceof HalEvent.Overflow o) {
              lost += o.count();
            } else {
              seen++;
            }
          }
          assertThat(seen + lost).as("seen or told as lost").isEqualTo(1030 + 2L * 4970);
        });
  }

  @Test
  void aSlowSubscriberHoldsUpNobody() {
    clock.run(
        () -> {
          events.subscribe();
          Events.Subscription quick = events.subscribe();
          for (int i = 0; i < 3000; i++) {
            events.publish(event(i));
            assertThat(next(quick).device()).isEqualTo("d" + i);
          }
          assertThat(clock.nanos()).isZero();
        });
  }

  @Test
  void theLatestReadingWins() {
    Address a = Address.parse("tx-laser.power");
    assertThat(events.latest(a)).isEmpty();
    events.reading(a, Reading.good(clock, 1L, Source.MEASURED));
    Reading<Long> second = Reading.good(clock, 2L, Source.MEASURED);
    events.reading(a, second);
    assertThat(events.latest(a)).contains(second);
  }
}

package org.optihal.drivers.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.optihal.drivers.port.Rig.MS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.Task;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;

/** Calls that cannot be served end by their deadline, and say that nothing was sent. */
class PortRefusesInTimeTest {
  private final Rig rig = new Rig(9600, 3);
  private final List<String> ends = new ArrayList<>();

  private void owner(long pauseMs) {
    rig.spawn(
        "owner",
        () -> {
          try {
            rig.port.call(
                Priority.COMMAND,
                rig.epoch(),
                MS,
                60_000 * MS,
                x -> {
                  Rig.once(x, 1, 0, 0);
                  x.pause(pauseMs * MS);
                  return Rig.once(x, 1, 0, 1);
                });
            ends.add("owner done at " + rig.ms());
          } catch (HalException e) {
            ends.add("owner " + e.kind() + "/" + e.outcome() + " at " + rig.ms());
          }
        });
    rig.sleep(1);
  }

  private Task caller(int who, long queueMs) {
    return rig.spawn(
        "caller " + who,
        () -> {
          try {
            rig.exchange(Priority.COMMAND, who, queueMs, 1_000);
            ends.add(who + " done");
          } catch (HalException e) {
            ends.add(who + " " + e.kind() + "/" + e.outcome() + " at " + rig.ms());
          }
        });
  }

  @Test
  void aWaitEndsByItsDeadline() {
    rig.run(
        () -> {
          owner(100);
          caller(2, 50);
          rig.joinAll();
        });
    assertThat(ends)
        .hasSize(2)
        .contains("2 BUSY/NOT_SENT at 51")
        .anyMatch(s -> s.startsWith("owner done"));
    assertThat(rig.device.order()).containsExactly(1, 1);
  }

  @Test
  void aCallerThatGaveUpIsForgotten() {
    rig.run(
        () -> {
          owner(100);
          for (int i = 0; i < 10; i++) {
            caller(2, 5);
            rig.sleep(6); // the queue holds three
          }
          caller(3, 1_000);
          rig.joinAll();
        });
    assertThat(rig.device.order()).containsExactly(1, 1, 3);
    assertThat(rig.port.statistics().handOvers()).isOne();
  }

  @Test
  void aFullQueueRefusesAtOnce() {
    rig.run(
        () -> {
          owner(100);
          for (int who = 2; who < 5; who++) {
            caller(who, 1_000);
          }
          rig.sleep(1);
          HalException e = Rig.failure(() -> rig.exchange(Priority.COMMAND, 5));
          assertThat(e.kind()).isEqualTo(Kind.BUSY);
          assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
          assertThat(e.getMessage()).contains("3 callers wait already").contains("memory:echo");
          assertThat(rig.ms()).isEqualTo(2);
          rig.joinAll();
        });
    assertThat(rig.device.order()).containsExactly(1, 1, 2, 3, 4);
  }

  @Test
  void whenThePortGoesDownEverybodyFailsAtOnce() {
    rig.run(
        () -> {
          owner(1_000);
          caller(2, 10_000);
          caller(3, 10_000);
          rig.sleep(20);
          rig.port.down(new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "unplugged"));
          assertThat(rig.port.isUp()).isFalse();
          HalException e = Rig.failure(() -> rig.exchange(Priority.COMMAND, 4));
          assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED);
          assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
          assertThat(e.what()).isEqualTo("unplugged");
          rig.joinAll();
        });
    assertThat(ends)
        .containsExactlyInAnyOrder(
            "2 DISCONNECTED/NOT_SENT at 21",
            "3 DISCONNECTED/NOT_SENT at 21",
            "owner DISCONNECTED/UNKNOWN at 21");
  }

  @Test
  void anOwnerThatReadsFailsAtOnceToo() {
    rig.run(
        () -> {
          rig.device.thinking = h -> EchoDevice.NEVER;
          caller(2, 10_000);
          rig.sleep(20);
          rig.port.down(new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "unplugged"));
          rig.joinAll();
        });
    assertThat(ends).containsExactly("2 DISCONNECTED/UNKNOWN at 20");
  }

  @Test
  void anUnplugUnderACallerTakesThePortDown() {
    List<HalException> told = new ArrayList<>();
    rig.port.addListener(
        new PortListener() {
          @Override
          public void portDown(HalException reason) {
            told.add(reason);
          }

          @Override
          public void portUp(long epoch) {}
        });
    rig.run(
        () -> {
          rig.device.thinking = h -> EchoDevice.NEVER;
          rig.clock.after(5 * MS, rig.device.link::unplug);
          caller(2, 1_000);
          rig.joinAll();
          assertThat(rig.port.isUp()).isFalse();
        });
    assertThat(ends).containsExactly("2 DISCONNECTED/UNKNOWN at 5");
    assertThat(told).singleElement().extracting(HalException::kind).isEqualTo(Kind.DISCONNECTED);
  }

  @Test
  void anEpochOfAnEarlierLifeIsRefused() {
    rig.run(
        () -> {
          rig.port.down(new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "unplugged"));
          EchoDevice fresh = new EchoDevice(rig.clock, 9600);
          long epoch = rig.port.up(fresh.link);
          assertThat(epoch).isNotEqualTo(rig.epoch());
          HalException e = Rig.failure(() -> rig.exchange(Priority.SAFETY, 1));
          assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED);
          assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
          assertThat(fresh.heard).isEmpty();
        });
  }

  @Test
  void anOwnerOfAnEarlierLifeSpoilsOnlyItsOwn() {
    rig.run(
        () -> {
          owner(50); // will find its link closed
          rig.port.down(new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "unplugged"));
          EchoDevice fresh = new EchoDevice(rig.clock, 9600);
          long epoch = rig.port.up(fresh.link);
          rig.port.call(Priority.COMMAND, epoch, 1_000 * MS, 1_000 * MS, x -> Rig.once(x, 2, 0, 0));
          rig.joinAll();
          assertThat(rig.port.epoch()).isEqualTo(epoch);
        });
    assertThat(ends).singleElement().asString().startsWith("owner DISCONNECTED");
  }

  @Test
  void aSessionThatCallsItsOwnPortIsABug() {
    rig.run(
        () ->
            assertThatThrownBy(
                    () ->
                        rig.port.call(
                            Priority.COMMAND,
                            rig.epoch(),
                            MS,
                            MS,
                            x -> rig.exchange(Priority.COMMAND, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("memory:echo"));
  }

  @Test
  void anInterruptInTheQueueEndsTheWaitAndIsKept() {
    boolean[] kept = new boolean[1];
    rig.run(
        () -> {
          owner(100);
          Task waiter =
              rig.spawn(
                  "waiter",
                  () -> {
                    HalException e = Rig.failure(() -> rig.exchange(Priority.COMMAND, 2));
                    ends.add(e.kind() + "/" + e.outcome() + " at " + rig.ms());
                    kept[0] = Thread.interrupted();
                  });
          rig.sleep(10);
          waiter.interrupt();
          rig.joinAll();
        });
    assertThat(ends.get(0)).isEqualTo("CANCELLED/NOT_SENT at 11");
    assertThat(kept[0]).isTrue();
    assertThat(rig.device.order()).containsExactly(1, 1);
  }

  @Test
  void grantedAndInterruptedAtOnceLosesNeither() {
    boolean[] kept = new boolean[1];
    rig.run(
        () -> {
          Task[] waiter = new Task[1];
          rig.spawn(
              "owner",
              () -> {
                rig.exchange(Priority.COMMAND, 1);
                waiter[0].interrupt(); // it owns the port by now and has not run yet
              });
          rig.sleep(1);
          waiter[0] =
              rig.spawn(
                  "waiter",
                  () -> {
                    rig.exchange(Priority.COMMAND, 2);
                    kept[0] = isInterrupted(rig);
                  });
          caller(3, 1_000);
          rig.joinAll();
        });
    assertThat(rig.device.order()).containsExactly(1, 2, 3);
    assertThat(kept[0]).isTrue();
  }

  @Test
  void grantedAndTimedOutAtOnceIsServed() {
    rig.run(
        () -> {
          long exchange = rig.device.line(2 * EchoDevice.FRAME);
          rig.spawn("owner", () -> rig.exchange(Priority.COMMAND, 1));
          rig.spawn(
              "waiter",
              () ->
                  rig.port.call(
                      Priority.COMMAND,
                      rig.epoch(),
                      exchange, // the very moment the owner ends
                      1_000 * MS,
                      x -> Rig.once(x, 2, 0, 0)));
          rig.joinAll();
        });
    assertThat(rig.device.order()).containsExactly(1, 2);
  }

  @Test
  void anInterruptInAnExchangeIsKeptAndChangesNothing() {
    boolean[] kept = new boolean[1];
    rig.run(
        () -> {
          Task busy =
              rig.spawn(
                  "busy",
                  () -> {
                    rig.exchange(Priority.COMMAND, 1);
                    kept[0] = isInterrupted(rig);
                  });
          rig.sleep(2);
          busy.interrupt();
          rig.joinAll();
        });
    assertThat(rig.device.order()).containsExactly(1);
    assertThat(kept[0]).isTrue();
  }

  /** An interrupt in virtual time waits for the next wait that reacts to it. */
  private static boolean isInterrupted(Rig rig) {
    try {
      rig.clock.signal("nothing").awaitInterruptibly(rig.clock.nanos() + MS);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}

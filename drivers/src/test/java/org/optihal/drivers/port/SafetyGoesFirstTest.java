package org.optihal.drivers.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.optihal.drivers.port.Rig.GRACE_MS;
import static org.optihal.drivers.port.Rig.MS;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.optihal.drivers.port.EchoDevice.Heard;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.MemoryLink;

/** How long it takes from the order to make safe to its first byte on the wire, at 9600 baud. */
class SafetyGoesFirstTest {
  private static final int OWNER = 1;
  private static final int POLL = 2;
  private static final int SAFE = 9;
  private static final byte[] BLIND = EchoDevice.frame(SAFE, 0, 0);

  private final Rig rig = new Rig(9600, 100);
  private final List<String> owner = new ArrayList<>();
  private long exchange;

  private void ownerSession(Session<?> session) {
    rig.spawn(
        "owner",
        () -> {
          try {
            rig.port.call(Priority.COMMAND, rig.epoch(), 1_000 * MS, 10_000 * MS, session);
            owner.add("finished");
          } catch (HalException e) {
            owner.add(e.kind() + "/" + e.outcome() + " at " + rig.ms());
          }
        });
  }

  private static boolean fortySteps(Exchange x) {
    for (int step = 0; step < 40; step++) {
      Rig.once(x, OWNER, 1, step);
    }
    return true;
  }

  private void sixtyPolls() {
    for (int i = 0; i < 60; i++) {
      rig.spawn(
          "poll " + i,
          () -> {
            try {
              rig.exchange(Priority.POLL, POLL);
            } catch (HalException e) {
              assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
            }
          });
    }
  }

  /** Makes safe; returns nanoseconds from the order to its first byte. */
  private long makeSafe(byte @Nullable [] blind) {
    long start = rig.clock.nanos();
    exchange = rig.device.line(2 * EchoDevice.FRAME);
    rig.port.call(
        Priority.SAFETY, rig.epoch(), 5_000 * MS, 1_000 * MS, blind, x -> Rig.once(x, SAFE, 0, 0));
    return rig.device.heard.stream()
            .filter(h -> h.who() == SAFE)
            .mapToLong(Heard::nanos)
            .min()
            .orElseThrow()
        - start;
  }

  @Test
  void behindSixtyPollsAndAFortyStepSession() {
    long[] waited = new long[1];
    rig.run(
        () -> {
          ownerSession(SafetyGoesFirstTest::fortySteps);
          rig.sleep(0);
          sixtyPolls();
          rig.sleep(30);
          waited[0] = makeSafe(null);
          assertThat(rig.device.order()).as("no poll before it").doesNotContain(POLL);
        });
    assertThat(waited[0]).isPositive().isLessThanOrEqualTo(exchange);
    assertThat(owner).hasSize(1).allMatch(s -> s.startsWith("PREEMPTED/UNKNOWN"));
    assertThat(rig.port.statistics().resyncs())
        .as("an owner that ends between two exchanges leaves a clean line")
        .isOne();
  }

  @Test
  void theExchangeUnderWayIsFinishedAndNoneIsBegun() {
    rig.run(
        () -> {
          ownerSession(SafetyGoesFirstTest::fortySteps);
          rig.sleep(30); // in the fourth exchange
          makeSafe(null);
        });
    assertThat(rig.device.damaged).isZero();
    assertThat(rig.device.order()).containsExactly(OWNER, OWNER, OWNER, OWNER, SAFE);
  }

  @Test
  void duringAPauseOfEightSeconds() {
    long[] waited = new long[1];
    rig.run(
        () -> {
          ownerSession(
              x -> {
                Rig.once(x, OWNER, 0, 0);
                x.pause(8_000 * MS);
                return true;
              });
          sixtyPolls();
          rig.sleep(30);
          waited[0] = makeSafe(null);
        });
    assertThat(waited[0]).as("the pause ends at once").isZero();
    assertThat(owner).containsExactly("PREEMPTED/UNKNOWN at 30");
  }

  @Test
  void whileTheOwnerReadsFromAMuteDeviceWithATenSecondDeadline() {
    long[] waited = new long[1];
    rig.run(
        () -> {
          long speaksAgain = rig.clock.nanos() + 300 * MS;
          rig.device.thinking = h -> rig.clock.nanos() < speaksAgain ? EchoDevice.NEVER : 0;
          ownerSession(x -> Rig.once(x, OWNER, 0, 0));
          sixtyPolls();
          rig.sleep(50);
          waited[0] = makeSafe(BLIND);
        });
    assertThat(waited[0]).as("blind, ahead of the cleaning").isEqualTo(GRACE_MS * MS);
    assertThat(owner).hasSize(1).allMatch(s -> s.startsWith("TIMEOUT/UNKNOWN at 7"));
    assertThat(rig.device.order().subList(0, 2)).containsExactly(OWNER, SAFE);
  }

  @Test
  void whileTheOwnerCleansASuspectLine() {
    long[] waited = new long[1];
    rig.run(
        () -> {
          rig.device.thinking = h -> h.who() == Rig.SENTINEL ? EchoDevice.NEVER : 0;
          rig.port.suspect();
          ownerSession(x -> Rig.once(x, OWNER, 0, 0));
          sixtyPolls();
          rig.sleep(50);
          rig.spawn("speaks again", () -> rig.device.thinking = h -> 0);
          waited[0] = makeSafe(BLIND);
        });
    assertThat(waited[0]).as("cleaning ends at once").isZero();
    assertThat(owner).hasSize(1).allMatch(s -> s.startsWith("PREEMPTED/NOT_SENT"));
  }

  @Test
  void withoutABlindCommandTheCleaningComesFirst() {
    rig.run(
        () -> {
          rig.port.suspect();
          makeSafe(null);
        });
    assertThat(rig.device.heard).extracting(Heard::who).containsExactly(Rig.SENTINEL, SAFE);
  }

  @Test
  void onACleanLineNothingIsSentBlind() {
    rig.run(() -> makeSafe(BLIND));
    assertThat(rig.device.order()).containsExactly(SAFE);
  }

  @Test
  void aBlindCommandOnALineThatStaysDirtyHasAnUnknownOutcome() {
    HalException[] failure = new HalException[1];
    rig.run(
        () -> {
          rig.device.thinking = h -> EchoDevice.NEVER;
          rig.port.suspect();
          failure[0] = Rig.failure(() -> makeSafe(BLIND));
        });
    assertThat(failure[0].kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failure[0].outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(rig.device.order()).containsExactly(SAFE);
  }

  @Test
  void oneSafetyCommandDoesNotCutAnother() {
    rig.run(
        () -> {
          rig.spawn(
              "first",
              () ->
                  rig.port.call(
                      Priority.SAFETY,
                      rig.epoch(),
                      MS,
                      1_000 * MS,
                      x -> {
                        Rig.once(x, SAFE, 1, 0);
                        x.pause(20 * MS);
                        return Rig.once(x, SAFE, 1, 1);
                      }));
          rig.sleep(1);
          makeSafe(null);
        });
    assertThat(rig.device.heard).extracting(Heard::session).containsExactly(1, 1, 0);
  }

  @Test
  void itMayWaitWhereTheQueueIsFull() {
    Rig full = new Rig(9600, 1);
    full.run(
        () -> {
          full.spawn("owner", () -> full.exchange(Priority.COMMAND, OWNER));
          full.sleep(1);
          full.spawn("waits", () -> full.exchange(Priority.COMMAND, POLL));
          full.sleep(1);
          full.exchange(Priority.SAFETY, SAFE);
          full.joinAll();
        });
    assertThat(full.device.order()).containsExactly(OWNER, SAFE, POLL);
  }

  /** As a descriptor with a wake-up of its own behaves: raised, it ends the next read at once. */
  private static final class WakeFirst implements ByteLink {
    private final MemoryLink link;
    private boolean woken;

    WakeFirst(MemoryLink link) {
      this.link = link;
    }

    @Override
    public String name() {
      return link.name();
    }

    @Override
    public void write(byte[] bytes, int offset, int length, long deadline) {
      link.write(bytes, offset, length, deadline);
    }

    @Override
    public int read(byte[] into, int offset, int length, long deadline) {
      if (woken) {
        woken = false;
        return 0;
      }
      return link.read(into, offset, length, deadline);
    }

    @Override
    public void wake() {
      woken = true;
    }

    @Override
    public void close() {
      link.close();
    }
  }

  @Test
  void aWakeUpThatNobodyTookDoesNotHideStaleBytes() {
    rig.run(
        new WakeFirst(rig.device.link),
        () -> {
          ownerSession(
              x -> {
                Rig.once(x, OWNER, 0, 0);
                x.pause(100 * MS); // the preemption wakes the pause and the link, nobody reads
                return true;
              });
          rig.sleep(50);
          rig.device.say(1, 2, 3);
          makeSafe(null);
        });
    assertThat(rig.port.statistics().staleBytes()).isEqualTo(3);
    assertThat(rig.device.heard).extracting(Heard::who).containsExactly(OWNER, Rig.SENTINEL, SAFE);
  }
}

package org.optihal.drivers.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.optihal.drivers.port.Rig.MS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optihal.drivers.port.EchoDevice.Heard;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;

/** Which ends of a session make the next owner clean the line first. */
class SuspectLineTest {
  private final Rig rig = new Rig();

  private long resyncs() {
    return rig.port.statistics().resyncs();
  }

  /** Whether the next call cleans first. */
  private boolean isSuspect() {
    long before = resyncs();
    rig.exchange(Priority.COMMAND, 7);
    return resyncs() > before;
  }

  private void session(Session<?> session) {
    rig.port.call(Priority.COMMAND, rig.epoch(), 100 * MS, 100 * MS, session);
  }

  private HalException failing(Session<?> session) {
    return Rig.failure(() -> session(session));
  }

  @Test
  void aFreshConnectionIsSuspect() {
    rig.clock.run(
        () -> {
          long epoch = rig.port.up(rig.device.link);
          rig.port.call(Priority.POLL, epoch, 100 * MS, 100 * MS, x -> Rig.once(x, 1, 0, 0));
        });
    assertThat(rig.device.heard).extracting(Heard::who).containsExactly(Rig.SENTINEL, 1);
  }

  @Test
  void aNormalReturnLeavesItClean() {
    rig.run(
        () -> {
          session(x -> Rig.once(x, 1, 0, 0));
          assertThat(isSuspect()).isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {
        "REFUSED",
        "OUT_OF_RANGE",
        "NOT_READY",
        "DEVICE_FAULT",
        "INTERLOCKED",
        "CONFLICT",
        "PREEMPTED",
        "CANCELLED"
      })
  void aSoundAnswerThatSaysNoLeavesItClean(Kind kind) {
    rig.run(
        () -> {
          HalException e =
              failing(
                  x -> {
                    Rig.once(x, 1, 0, 0);
                    throw new HalException(kind, Outcome.REFUSED, "no");
                  });
          assertThat(e.kind()).isEqualTo(kind);
          assertThat(e.context().link()).isEqualTo("memory:echo");
          assertThat(isSuspect()).isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"TIMEOUT", "FRAMING", "CHECKSUM", "UNEXPECTED_REPLY", "CLOSED"})
  void troubleMakesItSuspectEvenAfterACompleteAnswer(Kind kind) {
    rig.run(
        () -> {
          failing(
              x -> {
                Rig.once(x, 1, 0, 0);
                throw new HalException(kind, Outcome.UNKNOWN, "bad");
              });
          assertThat(isSuspect()).isTrue();
          assertThat(isSuspect()).as("cleaned").isFalse();
        });
  }

  @Test
  void aRefusalBeforeTheAnswerIsCompleteMakesItSuspect() {
    rig.run(
        () -> {
          failing(
              x -> {
                x.write(EchoDevice.frame(1, 0, 0), 0, EchoDevice.FRAME);
                throw new HalException(Kind.REFUSED, Outcome.REFUSED, "no");
              });
          assertThat(isSuspect()).isTrue();
        });
  }

  @Test
  void aBugInADriverMakesItSuspect() {
    rig.run(
        () -> {
          assertThatThrownBy(
                  () ->
                      session(
                          x -> {
                            x.write(EchoDevice.frame(1, 0, 0), 0, EchoDevice.FRAME);
                            throw new IllegalStateException("bug");
                          }))
              .isInstanceOf(IllegalStateException.class);
          assertThat(isSuspect()).isTrue();
        });
  }

  @Test
  void aDriverThatSwallowsATimeoutCannotHideIt() {
    rig.run(
        () -> {
          rig.device.thinking = h -> h.who() == 1 ? 200 * MS : 0;
          session(
              x -> {
                assertThatThrownBy(() -> Rig.once(x, 1, 0, 0)).hasMessageContaining("no answer");
                return true;
              });
          assertThat(isSuspect()).isTrue();
        });
  }

  @Test
  void nothingSentMeansNothingSpoilt() {
    rig.run(
        () -> {
          failing(
              x -> {
                throw new HalException(Kind.TIMEOUT, Outcome.NOT_SENT, "changed its mind");
              });
          assertThat(isSuspect()).isFalse();
        });
  }

  @Test
  void aTimeoutSaysHowFarTheAnswerCame() {
    rig.run(
        () -> {
          rig.device.thinking = h -> EchoDevice.NEVER;
          HalException silent = failing(x -> Rig.once(x, 1, 0, 0));
          assertThat(silent.kind()).isEqualTo(Kind.TIMEOUT);
          assertThat(silent.outcome()).isEqualTo(Outcome.UNKNOWN);
          assertThat(silent.what()).isEqualTo("no answer");
          assertThat(rig.ms()).isEqualTo(100);
          rig.device.thinking = h -> 0;
          HalException broken =
              failing(
                  x -> {
                    x.write(EchoDevice.frame(1, 0, 0), 0, EchoDevice.FRAME);
                    x.readFully(new byte[6], 0, 6);
                    return true;
                  });
          assertThat(broken.what()).isEqualTo("the answer broke off after 4 bytes");
        });
  }

  @Test
  void aSilentDeviceIsGivenUpBeforeALongSessionWouldEnd() {
    rig.run(
        () -> {
          rig.device.thinking = h -> h.step() == 2 ? EchoDevice.NEVER : 0;
          HalException e =
              failing(
                  x -> {
                    x.answerWithin(20 * MS);
                    Rig.once(x, 1, 0, 0);
                    Rig.once(x, 1, 0, 1);
                    return Rig.once(x, 1, 0, 2);
                  });
          assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
          assertThat(rig.ms()).isEqualTo((2 * rig.device.line(8) + 20 * MS) / MS);
          assertThat(isSuspect()).isTrue();
        });
  }

  @Test
  void aDeviceMaySpeakFirst() {
    rig.run(
        () -> {
          rig.clock.after(30 * MS, () -> rig.device.say(1, 2));
          byte[] got = new byte[2];
          session(
              x -> {
                x.readFully(got, 0, 2);
                return true;
              });
          assertThat(got).containsExactly(1, 2);
        });
  }

  @Test
  void aLineWithoutEndIsNoAnswer() {
    rig.run(
        () -> {
          HalException e =
              failing(
                  x -> {
                    x.write(EchoDevice.frame(1, 2, 3), 0, EchoDevice.FRAME);
                    return x.readUntil((byte) '\n', 4);
                  });
          assertThat(e.kind()).isEqualTo(Kind.FRAMING);
          assertThat(isSuspect()).isTrue();
        });
  }

  @Test
  void aLineEndsAtItsTerminator() {
    rig.run(
        () ->
            session(
                x -> {
                  x.write(EchoDevice.frame('o', 'k', '\n'), 0, EchoDevice.FRAME);
                  assertThat(x.readUntil((byte) '\n', 10)).containsExactly('o', 'k');
                  return true;
                }));
  }

  @Test
  void bytesThatNobodyAskedForMakeItSuspect() {
    rig.run(
        () -> {
          rig.device.say(0xDE, 0xAD);
          assertThat(isSuspect()).isTrue();
          assertThat(rig.port.statistics().staleBytes()).isEqualTo(2);
          assertThat(isSuspect()).isFalse();
        });
  }

  @Test
  void bytesThatNobodyAskedForEndASession() {
    rig.run(
        () -> {
          HalException e =
              failing(
                  x -> {
                    Rig.once(x, 1, 0, 0);
                    rig.device.say(1);
                    return Rig.once(x, 1, 0, 1);
                  });
          assertThat(e.kind()).isEqualTo(Kind.FRAMING);
          assertThat(rig.device.order()).as("the second request was not sent").containsExactly(1);
          assertThat(isSuspect()).isTrue();
        });
  }

  @Test
  void aLineThatCannotBeCleanedFailsTheNextCallerWithoutSendingItsCommand() {
    rig.run(
        () -> {
          rig.device.thinking = h -> EchoDevice.NEVER;
          rig.port.suspect();
          HalException e = failing(x -> Rig.once(x, 1, 0, 0));
          assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
          assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
          assertThat(e.getMessage()).contains("memory:echo").contains("check cable");
          assertThat(rig.ms()).as("within the budget for waiting").isEqualTo(100);
          assertThat(rig.device.order()).isEmpty();
          rig.device.thinking = h -> 0;
          assertThat(isSuspect()).as("still").isTrue();
        });
  }

  @Test
  void aCutDuringTheCleaningHasNotSentTheCommand() {
    rig.run(
        () -> {
          rig.device.thinking = h -> EchoDevice.NEVER;
          rig.port.suspect();
          rig.clock.after(10 * MS, rig.device.link::unplug);
          HalException e = failing(x -> Rig.once(x, 1, 0, 0));
          assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED);
          assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
        });
  }

  /** Ten callers after one whose answer came too late; returns who got somebody else's answer. */
  private static List<Integer> afterALateAnswer(Rig rig) {
    List<Integer> wrong = new ArrayList<>();
    rig.run(
        () -> {
          // Late enough that the next caller's request is out before it comes.
          rig.device.thinking = h -> h.who() == 1 ? 29 * MS : 0;
          Rig.failure(() -> rig.exchange(Priority.COMMAND, 1, 100, 30));
          for (int who = 2; who < 12; who++) {
            int answered = rig.exchange(Priority.COMMAND, who);
            if (answered != who) {
              wrong.add(who);
            }
          }
        });
    return wrong;
  }

  @Test
  void aLateAnswerReachesNobodyElse() {
    assertThat(afterALateAnswer(rig)).isEmpty();
  }

  @Test
  void withoutCleaningItWouldPutTheLineOneStepOut() {
    Resync trusting = (x, deadline) -> true;
    assertThat(afterALateAnswer(new Rig(9600, 64, trusting))).contains(2);
  }
}

package org.optihal.drivers.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.optihal.drivers.port.Rig.MS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.optihal.drivers.port.EchoDevice.Heard;

class PortOrderTest {
  private final Rig rig = new Rig();

  @Test
  void bytesOfASlowSessionAndAFastClientNeverMix() {
    List<Integer> wrong = new ArrayList<>();
    rig.run(
        () -> {
          rig.spawn("slow", () -> slowSessions(wrong));
          rig.spawn("fast", () -> fastCalls(wrong));
          rig.joinAll();
        });
    assertThat(wrong).as("answers to somebody else").isEmpty();
    assertThat(rig.device.damaged).as("frames with foreign bytes").isZero();
    assertThat(rig.device.heard).hasSize(20 * 5 + 200);
    Heard before = new Heard(0, 0, 0, 0);
    for (Heard h : rig.device.heard) {
      if (h.who() == 1 && h.step() > 0) {
        assertThat(before).isEqualTo(new Heard(before.nanos(), 1, h.session(), h.step() - 1));
      }
      before = h;
    }
    assertThat(rig.port.statistics().resyncs()).as("only the first").isOne();
  }

  /** Five exchanges each, read byte by byte, with pauses. */
  private void slowSessions(List<Integer> wrong) {
    for (int n = 0; n < 20; n++) {
      int session = n;
      rig.port.call(
          Priority.COMMAND,
          rig.epoch(),
          10_000 * MS,
          1_000 * MS,
          x -> {
            for (int step = 0; step < 5; step++) {
              byte[] request = EchoDevice.frame(1, session, step);
              x.write(request, 0, request.length);
              byte[] answer = new byte[request.length];
              for (int i = 0; i < answer.length; i++) {
                x.readFully(answer, i, 1);
              }
              if (answer[0] != 1 || answer[2] != step) {
                wrong.add(step);
              }
              x.pause(3 * MS);
            }
            return true;
          });
      rig.sleep(1);
    }
  }

  private void fastCalls(List<Integer> wrong) {
    for (int n = 0; n < 200; n++) {
      int who = rig.exchange(Priority.POLL, 2);
      if (who != 2) {
        wrong.add(who);
      }
      rig.sleep(1);
    }
  }

  @Test
  void theHighestClassGoesFirstAndWithinAClassWhoeverCameFirst() {
    rig.run(
        () -> {
          rig.spawn("owner", () -> rig.exchange(Priority.COMMAND, 1));
          rig.sleep(1);
          int[] polls = {31, 32, 33};
          int[] commands = {21, 22, 23};
          int[] safeties = {11, 12, 13};
          for (int i = 0; i < 3; i++) {
            queue(Priority.POLL, polls[i]);
            queue(Priority.COMMAND, commands[i]);
            queue(Priority.SAFETY, safeties[i]);
          }
          rig.joinAll();
        });
    assertThat(rig.device.order()).containsExactly(1, 11, 12, 13, 21, 22, 23, 31, 32, 33);
  }

  private void queue(Priority priority, int who) {
    rig.spawn("caller " + who, () -> rig.exchange(priority, who));
  }

  @Test
  void thePortIsHandedOnWithoutIdleTime() {
    rig.run(
        () -> {
          for (int i = 0; i < 10; i++) {
            queue(Priority.POLL, i);
          }
          rig.joinAll();
        });
    long exchange = rig.device.line(2 * EchoDevice.FRAME);
    for (int i = 1; i < 10; i++) {
      assertThat(rig.device.heard.get(i).nanos() - rig.device.heard.get(i - 1).nanos())
          .isEqualTo(exchange);
    }
  }

  @Test
  void aWaitInOneSessionDelaysNobodyOnAnotherPort() {
    EchoDevice other = new EchoDevice(rig.clock, 9600);
    Port second =
        new Port("memory:other", rig.clock, Resync.NONE, 8, MS, rig.taps.point("memory:other"));
    long[] took = new long[1];
    rig.run(
        () -> {
          long epoch = second.up(other.link);
          rig.spawn(
              "long pause",
              () ->
                  rig.port.call(
                      Priority.COMMAND,
                      rig.epoch(),
                      MS,
                      9_000 * MS,
                      x -> {
                        x.pause(8_000 * MS);
                        return true;
                      }));
          rig.sleep(1);
          long start = rig.clock.nanos();
          second.call(
              Priority.COMMAND, epoch, MS, 10 * MS, x -> Rig.once(x, 1, 0, 0)); // no false timeout
          took[0] = rig.clock.nanos() - start;
        });
    assertThat(took[0]).isEqualTo(other.line(2 * EchoDevice.FRAME));
  }
}

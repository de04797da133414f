package org.optihal.hal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.Task;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.operation.Operation.Cancellation;
import org.optihal.hal.operation.Operation.State;

class OperationControlTest {
  private static final long MS = 1_000_000;

  private final VirtualClock clock = new VirtualClock();
  private final OperationControl<String> op = new OperationControl<>(clock, "tune tx-laser");

  private static HalException fault() {
    return new HalException(Kind.DEVICE_FAULT, Outcome.UNKNOWN, "no lock");
  }

  private Deadline in(int millis) {
    return Deadline.in(clock, Duration.ofMillis(millis));
  }

  @Test
  void milestonesAreReachedInOrder() {
    clock.run(
        () -> {
          clock.after(MS, () -> op.reached(Milestone.ACCEPTED, "accepted"));
          clock.after(5 * MS, () -> op.reached(Milestone.DONE, "done"));
          clock.after(6 * MS, () -> op.reached(Milestone.ACCEPTED, "too late"));
          clock.after(9 * MS, () -> op.reached(Milestone.SETTLED, "settled"));
          assertThat(op.reached()).isEmpty();
          assertThat(op.await(Milestone.ACCEPTED, in(100))).isEqualTo("accepted");
          assertThat(clock.nanos()).isEqualTo(MS);
          assertThat(op.await(Milestone.DONE, in(100))).isEqualTo("done");
          assertThat(op.reached()).contains(Milestone.DONE);
          assertThat(op.state()).isEqualTo(State.RUNNING);
          assertThat(op.await(Milestone.SETTLED, in(100))).isEqualTo("settled");
          assertThat(clock.nanos()).isEqualTo(9 * MS);
          assertThat(op.await(Milestone.ACCEPTED, in(0))).isEqualTo("settled");
          assertThat(op.state()).isEqualTo(State.COMPLETED);
          assertThat(op.isRunning()).isFalse();
        });
  }

  @Test
  void waitingEndsByItsDeadlineAndTheOperationGoesOn() {
    clock.run(
        () -> {
          op.progress("moving, 3 GHz left");
          assertThatThrownBy(() -> op.await(Milestone.DONE, in(10)))
              .isInstanceOfSatisfying(
                  HalException.class,
                  e -> {
                    assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
                    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
                  })
              .hasMessageContaining("tune tx-laser is still running (moving, 3 GHz left)");
          assertThat(clock.nanos()).isEqualTo(10 * MS);
          assertThat(op.state()).isEqualTo(State.RUNNING);
        });
  }

  @Test
  void aFailureAfterAMilestoneDoesNotTakeTheMilestoneBack() {
    clock.run(
        () -> {
          op.reached(Milestone.DONE, "done");
          op.fail(fault());
          assertThat(op.await(Milestone.DONE, in(1))).isEqualTo("done");
          assertThatThrownBy(() -> op.await(Milestone.SETTLED, in(1)))
              .hasMessageContaining("no lock");
          assertThat(op.state()).isEqualTo(State.FAILED);
          assertThat(clock.nanos()).as("no need to wait").isZero();
        });
  }

  @Test
  void theFirstEndWins() {
    op.supersede();
    op.fail(fault());
    op.lose(fault());
    op.progress("told too late");
    op.reached(Milestone.SETTLED, "settled");
    assertThat(op.state()).isEqualTo(State.SUPERSEDED);
    assertThat(op.reached()).isEmpty();
    assertThat(op.progress()).isEqualTo("requested");
    assertThat(op.cancel()).isEqualTo(Cancellation.TOO_LATE);
    assertThatThrownBy(() -> op.await(Milestone.ACCEPTED, new Deadline(0)))
        .hasMessageContaining("superseded by a newer command");
  }

  @Test
  void aBrokenConnectionLosesIt() {
    op.reached(Milestone.ACCEPTED, "accepted");
    op.lose(new HalException(Kind.DISCONNECTED, Outcome.UNKNOWN, "unplugged"));
    assertThat(op.state()).isEqualTo(State.LOST);
    assertThatThrownBy(() -> op.await(Milestone.DONE, new Deadline(0)))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DISCONNECTED));
  }

  @Test
  void cancellingSaysWhatItAchieved() {
    assertThat(op.cancel()).isEqualTo(Cancellation.NOT_POSSIBLE);
    assertThat(op.state()).isEqualTo(State.RUNNING);
    op.onCancel(() -> Cancellation.CANCELLED);
    assertThat(op.cancel()).isEqualTo(Cancellation.CANCELLED);
    assertThat(op.state()).isEqualTo(State.CANCELLED);
    assertThat(op.cancel()).isEqualTo(Cancellation.TOO_LATE);
  }

  @Test
  void itIsTooLateToCancelWhatEndsMeanwhile() {
    op.onCancel(
        () -> {
          op.reached(Milestone.SETTLED, "settled"); // the device was quicker
          return Cancellation.CANCELLED;
        });
    assertThat(op.cancel()).isEqualTo(Cancellation.TOO_LATE);
    assertThat(op.state()).isEqualTo(State.COMPLETED);
  }

  @Test
  void everyWaiterIsToldAtOnce() {
    List<String> trace = new ArrayList<>();
    clock.run(
        () -> {
          List<Task> tasks = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            tasks.add(
                clock.spawn(
                    "waiter",
                    () -> trace.add(op.await(Milestone.SETTLED, in(50)) + clock.nanos())));
          }
          clock.sleep(Duration.ofMillis(4));
          op.reached(Milestone.SETTLED, "settled ");
          tasks.forEach(t -> t.join(Deadline.FOREVER));
        });
    assertThat(trace).containsOnly("settled 4000000").hasSize(3);
  }

  @Test
  void anInterruptedWaiterLeavesAndTheOperationGoesOn() {
    List<String> trace = new ArrayList<>();
    clock.run(
        () -> {
          Task t =
              clock.spawn(
                  "waiter",
                  () -> {
                    try {
                      op.await(Milestone.DONE, in(50));
                    } catch (HalException e) {
                      trace.add(e.kind() + " " + Thread.currentThread().isInterrupted());
                    }
                  });
          clock.sleep(Duration.ofMillis(4));
          t.interrupt();
          t.join(Deadline.FOREVER);
          assertThat(clock.nanos()).isEqualTo(4 * MS);
          assertThat(op.isRunning()).isTrue();
        });
    assertThat(trace).containsExactly("CANCELLED true");
  }
}

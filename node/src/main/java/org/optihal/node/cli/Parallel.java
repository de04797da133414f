package org.optihal.node.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Task;
import org.optihal.hal.device.Device;

/** The same for several devices at once, so that a dead one does not delay the others. */
final class Parallel {
  private Parallel() {}

  /** The answers in the order of the devices; the first failure is thrown when all have ended. */
  static <R> List<R> each(
      HalClock clock, String what, Collection<Device> devices, Function<Device, R> action) {
    List<Job<R>> jobs = devices.stream().map(d -> new Job<>(d, action)).toList();
    if (jobs.size() == 1) {
      jobs.get(0).run();
    } else {
      List<Task> tasks = new ArrayList<>();
      for (Job<R> job : jobs) {
        tasks.add(clock.spawn(what + "-" + job.device.id(), job));
      }
      tasks.forEach(task -> task.join(Deadline.FOREVER));
    }
    return jobs.stream().map(Job::answer).toList();
  }

  private static final class Job<R> implements Runnable {
    private final Device device;
    private final Function<Device, R> action;
    private volatile @Nullable R answer;
    private volatile @Nullable RuntimeException failure;

    Job(Device device, Function<Device, R> action) {
      this.device = device;
      this.action = action;
    }

    @Override
    public void run() {
      try {
        answer = action.apply(device);
      } catch (RuntimeException e) {
        failure = e;
      }
    }

    R answer() {
      RuntimeException e = failure;
      if (e != null) {
        throw e;
      }
      R r = answer;
      if (r == null) {
        throw new IllegalStateException("no answer for " + device.id());
      }
      return r;
    }
  }
}

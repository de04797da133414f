package org.optihal.verify.architecture.bad.linux;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Every way to run beside somebody else. */
@SuppressWarnings("all")
final class Threads {
  static final Supplier<Thread> NEW = Thread::new;

  static void threads(List<Integer> list, int[] array) throws Exception {
    Thread t = new Thread(() -> {});
    t.start();
    t.join();
    Thread.sleep(1);
    Thread.yield();
    Thread.onSpinWait();
    TimeUnit.SECONDS.sleep(1);
    TimeUnit.SECONDS.timedJoin(t, 1);
    list.parallelStream().toList();
    list.stream().parallel().toList();
    new ArrayList<>(list).parallelStream().toList();
    Arrays.parallelPrefix(array, Integer::sum);
    Arrays.parallelSetAll(array, i -> i);
    Arrays.parallelSort(array);
  }

  static void executors(Runnable body) {
    Executors.newCachedThreadPool().submit(body);
    CompletableFuture.runAsync(body);
    new ExecutorCompletionService<>(ForkJoinPool.commonPool()).submit(body, null);
    new SubmissionPublisher<>().close();
    new java.util.Timer(true)
        .schedule(
            new java.util.TimerTask() {
              @Override
              public void run() {
                body.run();
              }
            },
            1);
  }
}

package org.optihal.verify.architecture.bad.linux;

import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Selector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Every way to wait for somebody else. */
@SuppressWarnings("all")
final class Waits {
  final Condition condition = new ReentrantLock().newCondition();

  synchronized void monitors(Process process) throws Exception {
    wait();
    wait(1);
    wait(1, 1);
    notify();
    notifyAll();
    TimeUnit.SECONDS.timedWait(this, 1);
    process.waitFor();
  }

  static void library() throws Exception {
    new LinkedBlockingQueue<>().take();
    new CountDownLatch(1).await();
    new CyclicBarrier(1).await();
    new Exchanger<>().exchange("");
    new Phaser().arriveAndAwaitAdvance();
    new Semaphore(1).acquire();
    LockSupport.park();
    new ReentrantReadWriteLock().readLock().lock();
    new StampedLock().readLock();
  }

  static void timeouts(Selector selector) throws Exception {
    new Socket().connect(new InetSocketAddress(1), 1);
    new Socket().setSoTimeout(1);
    new ServerSocket().setSoTimeout(1);
    new DatagramSocket().setSoTimeout(1);
    selector.select(1);
  }
}

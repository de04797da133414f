package org.optihal.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("pty")
@Timeout(60)
class DescriptorTest {
  private static final long MILLI = 1_000_000L;
  private static final int VTIME = 22;
  private static final int VMIN = 23;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final byte[] buffer = new byte[8192];
  private Pty pty;
  private Descriptor client;

  @BeforeEach
  void open() throws IOException {
    pty = Pty.open();
    client = Descriptor.open(pty.slavePath());
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    pty.close();
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aDeadlineIsNeverEarly() throws IOException {
    for (int i = 0; i < 100; i++) {
      long deadline = System.nanoTime() + (i % 5) * MILLI + 123;
      assertThat(client.read(buffer, 0, 10, deadline)).isZero();
      assertThat(System.nanoTime() - deadline).isNotNegative();
    }
  }

  @Test
  void bytesThatAreThereAreReadAfterTheDeadlineToo() throws IOException {
    pty.master().write(new byte[] {7}, 0, 1, in(1000));
    assertThat(client.read(buffer, 0, 10, in(1000))).isOne();
    pty.master().write(new byte[] {8}, 0, 1, in(1000));
    assertThat(client.read(buffer, 0, 10, in(-1000))).isOne();
    assertThat(buffer[0]).isEqualTo((byte) 8);
  }

  @Test
  void aPartOfALineIsReturnedAtOnceAndAtItsOffset() throws IOException {
    pty.master().write("xOK".getBytes(US_ASCII), 1, 2, in(1000));
    assertThat(client.read(buffer, 5, 100, in(5000))).isEqualTo(2);
    assertThat(new String(buffer, 5, 2, US_ASCII)).isEqualTo("OK");
    assertThat(client.read(buffer, 0, 100, in(1))).isZero();
  }

  @Test
  void aShortBufferLeavesTheRest() throws IOException {
    pty.master().write("ABC".getBytes(US_ASCII), 0, 3, in(1000));
    assertThat(client.read(buffer, 0, 2, in(1000))).isEqualTo(2);
    assertThat(client.read(buffer, 2, 2, in(1000))).isOne();
    assertThat(new String(buffer, 0, 3, US_ASCII)).isEqualTo("ABC");
  }

  @Test
  void nothingYetIsNotAHangUpWhereAReadNeedNotWait() throws IOException {
    int fd = Libc.open(pty.slavePath().toString(), Libc.O_RDWR | Libc.O_NOCTTY);
    try (Memory termios = new Memory(256);
        Descriptor polled = Descriptor.of(fd)) {
      Libc.tcgetattr(fd, termios);
      termios.setByte(VTIME, (byte) 0);
      termios.setByte(VMIN, (byte) 0);
      Libc.tcsetattr(fd, 0, termios);
      assertThat(polled.read(buffer, 0, 10, in(5))).isZero();
      pty.master().write(new byte[] {1, 2}, 0, 2, in(1000));
      assertThat(polled.read(buffer, 0, 10, in(1000))).isEqualTo(2);
      pty.hangUp();
      assertThatThrownBy(() -> polled.read(buffer, 0, 10, in(1000)))
          .isInstanceOf(GoneException.class);
    }
  }

  @Test
  void wakeEndsAPendingRead() throws Exception {
    Future<Integer> read = pendingRead(client);
    client.wake();
    assertThat(read.get(10, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void wakeIsKeptForTheNextReadAndUsedUpByIt() throws IOException {
    client.wake();
    client.wake();
    long start = System.nanoTime();
    assertThat(client.read(buffer, 0, 10, in(20_000))).isZero();
    assertThat(System.nanoTime() - start).isLessThan(10_000 * MILLI);
    long deadline = in(3);
    assertThat(client.read(buffer, 0, 10, deadline)).isZero();
    assertThat(System.nanoTime() - deadline).isNotNegative();
  }

  @Test
  void aHangUpEndsAPendingRead() throws Exception {
    Future<Integer> read = pendingRead(client);
    pty.hangUp();
    assertFailure(read)
        .isInstanceOf(GoneException.class)
        .hasMessageContaining(pty.slavePath().toString());
    assertThatThrownBy(() -> client.write(buffer, 0, 1, in(1000)))
        .isInstanceOf(GoneException.class);
    assertThatThrownBy(() -> client.read(buffer, 0, 1, in(1000))).isInstanceOf(GoneException.class);
    assertThat(client.isOpen()).isTrue();
  }

  @Test
  void bytesSentBeforeTheClientLeftAreStillRead() throws IOException {
    client.write(new byte[] {1, 2, 3}, 0, 3, in(1000));
    client.close();
    assertThat(pty.master().read(buffer, 0, 10, in(1000))).isEqualTo(3);
    assertThat(pty.master().read(buffer, 0, 10, in(2))).isZero(); // not gone: our own slave is open
  }

  @Test
  void closeEndsAPendingRead() throws Exception {
    Future<Integer> read = pendingRead(client);
    client.close();
    assertFailure(read).isInstanceOf(GoneException.class).hasMessageContaining("closed");
    assertThat(client.isOpen()).isFalse();
    assertThatThrownBy(() -> client.read(buffer, 0, 1, in(1000))).isInstanceOf(GoneException.class);
    client.wake();
    client.close();
  }

  @Test
  void closeEndsAPendingWriteAndAPendingReadTogether() throws Exception {
    Descriptor master = pty.master();
    Future<Integer> read = pendingRead(master);
    Future<?> write = pendingWrite(master);
    master.wake(); // the reader's wake-up must not use up the writer's
    assertThat(read.get(10, TimeUnit.SECONDS)).isZero();
    read = pendingRead(master);
    master.close();
    assertFailure(read).isInstanceOf(GoneException.class);
    assertFailure(write).isInstanceOf(GoneException.class);
  }

  @Test
  void aWriteThatCannotFinishSaysHowMuchWentOut() throws IOException {
    byte[] much = new byte[1 << 20];
    long deadline = in(20);
    Throwable thrown = catchThrowable(() -> pty.master().write(much, 0, much.length, deadline));
    assertThat(System.nanoTime() - deadline).isNotNegative();
    assertThat(thrown).isInstanceOf(WriteTimeoutException.class);
    int sent = ((WriteTimeoutException) thrown).bytesTransferred;
    assertThat(sent).isBetween(1, much.length - 1);
    int received = 0;
    for (int n; (n = client.read(buffer, 0, buffer.length, in(50))) > 0; ) {
      received += n;
    }
    assertThat(received).isEqualTo(sent);
  }

  @Test
  void bothDirectionsCarryEveryByteAtOnce() throws Exception {
    byte[] there = random(1, 300_000);
    byte[] back = random(2, 300_000);
    Future<?> w1 = threads.submit(() -> writeAll(pty.master(), there));
    Future<?> w2 = threads.submit(() -> writeAll(client, back));
    Future<byte[]> r1 = threads.submit(() -> readAll(client, there.length));
    Future<byte[]> r2 = threads.submit(() -> readAll(pty.master(), back.length));
    w1.get();
    w2.get();
    assertThat(r1.get()).isEqualTo(there);
    assertThat(r2.get()).isEqualTo(back);
  }

  @Test
  void aSecondReaderIsRefused() throws Exception {
    Future<Integer> read = pendingRead(client);
    assertThatThrownBy(() -> client.read(buffer, 0, 1, in(1000)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("second reader");
    client.write(new byte[1], 0, 1, in(1000)); // a writer is not
    client.wake();
    assertThat(read.get(10, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void rangesOutsideTheArrayAreRefused() {
    assertThatThrownBy(() -> client.read(buffer, buffer.length, 1, in(1000)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> client.write(buffer, -1, 1, in(1000)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anAbsentNodeIsNamed() {
    assertThatThrownBy(() -> Descriptor.open(Path.of("/dev/optihal-absent")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("/dev/optihal-absent");
    assertThatThrownBy(() -> Descriptor.of(1_000_000)).hasMessageContaining("errno 9");
  }

  @Test
  void aThousandOpensAndClosesLeakNothing() throws Exception {
    cycle(5);
    int before = Fds.count();
    cycle(1000);
    assertThat(Fds.count()).isEqualTo(before);
  }

  private void cycle(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      Descriptor descriptor = Descriptor.open(pty.slavePath());
      descriptor.read(buffer, 0, 1, in(-1));
      descriptor.close();
      descriptor.close();
    }
  }

  @Test
  void closingUnderReadersWritersAndWakersClosesEachDescriptorOnce() throws Exception {
    busyCycle(5);
    int before = Fds.count();
    busyCycle(300);
    assertThat(Fds.count()).isEqualTo(before);
    // A descriptor closed twice would have taken this one's number away.
    assertThat(client.read(buffer, 0, 1, in(1))).isZero();
  }

  private void busyCycle(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      Pty busy = Pty.open();
      CountDownLatch go = new CountDownLatch(1);
      byte[] mine = new byte[5000];
      List<Future<?>> all = new ArrayList<>();
      all.add(
          threads.submit(() -> untilGone(go, () -> busy.master().read(mine, 0, 1, in(20_000)))));
      all.add(
          threads.submit(
              () -> untilGone(go, () -> busy.master().write(new byte[5000], 0, 5000, in(20_000)))));
      all.add(
          threads.submit(
              () -> {
                go.await();
                while (busy.master().isOpen()) {
                  busy.master().wake();
                }
                return null;
              }));
      go.countDown();
      Thread.sleep(i % 3); // before, while and after they fall asleep
      busy.close();
      for (Future<?> one : all) {
        one.get(20, TimeUnit.SECONDS);
      }
    }
  }

  private static Object untilGone(CountDownLatch go, ThrowingCallable call)
      throws InterruptedException {
    go.await();
    Throwable thrown;
    do {
      thrown = catchThrowable(call);
    } while (thrown == null);
    assertThat(thrown).isInstanceOf(GoneException.class);
    return thrown;
  }

  private Future<Integer> pendingRead(Descriptor descriptor) throws Exception {
    return pending(() -> descriptor.read(new byte[16], 0, 16, in(30_000)));
  }

  private Future<Integer> pendingWrite(Descriptor descriptor) throws Exception {
    return pending(
        () -> {
          descriptor.write(new byte[1 << 20], 0, 1 << 20, in(30_000));
          return 0;
        });
  }

  /** Returns when the call sleeps in the kernel, or as good as. */
  private Future<Integer> pending(Callable<Integer> call) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Future<Integer> future =
        threads.submit(
            () -> {
              started.countDown();
              return call.call();
            });
    started.await();
    Thread.sleep(20);
    assertThat(future.isDone()).isFalse();
    return future;
  }

  private static AbstractThrowableAssert<?, ?> assertFailure(Future<?> future) {
    return assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS)).cause();
  }

  private static Object writeAll(Descriptor to, byte[] bytes) throws IOException {
    to.write(bytes, 0, bytes.length, in(20_000));
    return bytes;
  }

  private static byte[] readAll(Descriptor from, int length) throws IOException {
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      int n = from.read(bytes, done, length - done, in(20_000));
      assertThat(n).isPositive();
      done += n;
    }
    return bytes;
  }

  private static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static long in(long millis) {
    return System.nanoTime() + millis * MILLI;
  }
}

package org.optihal.emulators.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where other programs reach a link over TCP, on 127.0.0.1 and a port of the system's choice. It is
 * one serial line, so it takes one client at a time and hangs up on others.
 */
final class TcpEndpoint implements Endpoint, UartPacer.Client {
  private static final Logger LOG = LoggerFactory.getLogger(TcpEndpoint.class);
  private static final int MAX_OUTGOING = 1 << 16;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long CLOSING_NANOS = Duration.ofSeconds(2).toNanos();

  private final EmulatedLink link;
  private final HalClock clock;
  private final Agenda agenda;
  private final UartPacer pacer;
  private final Task task;
  private final Selector selector;
  private final ServerSocketChannel server;
  private final ByteBuffer incoming = ByteBuffer.allocate(4096);
  private final ByteBuffer outgoing = ByteBuffer.allocate(MAX_OUTGOING);
  private @Nullable SocketChannel client;
  private boolean closed;

  TcpEndpoint(EmulatedLink link) throws IOException {
    this.link = link;
    this.clock = link.clock();
    this.agenda = new Agenda(clock);
    this.pacer = new UartPacer(link, agenda, this, true);
    this.server = ServerSocketChannel.open();
    this.selector = Selector.open();
    try {
      server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      selector.close();
      server.close();
      throw e;
    }
    link.attach(this);
    this.task = clock.spawn("tcp-" + link.device() + "-" + link.name(), this::live);
  }

  int port() {
    return server.socket().getLocalPort();
  }

  private void live() {
    try {
      while (!isClosed()) {
        await();
        accept();
        read();
        synchronized (link.monitor()) {
          agenda.run();
        }
        write();
      }
    } catch (IOException e) {
      LOG.error("device={} link={} tcp port lost: {}", link.device(), link.name(), e.toString());
    } finally {
      hangUp();
      close(server);
      close(selector);
    }
  }

  private boolean isClosed() {
    synchronized (link.monitor()) {
      return closed;
    }
  }

  /** A selector counts milliseconds; what is left of one is slept, for a byte lasts less. */
  private void await() throws IOException {
    long due;
    synchronized (link.monitor()) {
      due = agenda.due();
    }
    long left = due == Deadline.FOREVER ? Long.MAX_VALUE : due - clock.nanos();
    if (left == Long.MAX_VALUE) {
      selector.select();
    } else if (left >= NANOS_PER_MILLI) {
      selector.select(left / NANOS_PER_MILLI);
    } else {
      if (left > 0) {
        LockSupport.parkNanos(left);
      }
      selector.selectNow();
    }
    selector.selectedKeys().clear();
  }

  private void accept() throws IOException {
    SocketChannel next = server.accept();
    if (next == null) {
      return;
    }
    boolean plugged;
    synchronized (link.monitor()) {
      plugged = link.isPlugged();
    }
    if (client != null || !plugged) {
      LOG.info(
          "device={} link={} refused a client: {}",
          link.device(),
          link.name(),
          plugged ? "one is there already" : "unplugged");
      next.close();
      return;
    }
    next.configureBlocking(false);
    next.setOption(StandardSocketOptions.TCP_NODELAY, true);
    next.register(selector, SelectionKey.OP_READ);
    client = next;
  }

  private void read() {
    SocketChannel c = client;
    if (c == null) {
      return;
    }
    boolean plugged;
    synchronized (link.monitor()) {
      plugged = link.isPlugged();
      if (plugged && pacer.isCongested()) {
        return;
      }
    }
    incoming.clear();
    int n = plugged ? read(c) : -1;
    if (n < 0) {
      hangUp();
    } else if (n > 0) {
      byte[] bytes = new byte[n];
      incoming.flip().get(bytes);
      synchronized (link.monitor()) {
        link.talks(this);
        pacer.request(bytes);
      }
    }
  }

  private int read(SocketChannel c) {
    try {
      return c.read(incoming);
    } catch (IOException e) {
      return -1; // a reset connection has ended too
    }
  }

  private void write() {
    SocketChannel c = client;
    synchronized (link.monitor()) {
      if (c == null) {
        outgoing.clear();
        return;
      }
      outgoing.flip();
      try {
        c.write(outgoing); // takes what fits, never blocks
        SelectionKey key = c.keyFor(selector);
        if (key != null && key.isValid()) {
          int read = pacer.isCongested() ? 0 : SelectionKey.OP_READ;
          key.interestOps(read | (outgoing.hasRemaining() ? SelectionKey.OP_WRITE : 0));
        }
      } catch (IOException e) {
        LOG.debug("device={} link={} client left: {}", link.device(), link.name(), e.toString());
      } finally {
        outgoing.compact();
      }
    }
  }

  private void hangUp() {
    SocketChannel c = client;
    client = null;
    if (c != null) {
      close(c);
    }
  }

  private void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.warn("device={} link={} closing: {}", link.device(), link.name(), e.toString());
    }
  }

  /** A network has no line speed: what the client means is always right. */
  @Override
  public int baud() {
    return 0;
  }

  /** What does not fit is lost, as in a UART. */
  @Override
  public void deliver(byte[] bytes) {
    outgoing.put(bytes, 0, Math.min(bytes.length, outgoing.remaining()));
  }

  @Override
  public void noiseToClient(byte[] bytes) {
    deliver(bytes);
    selector.wakeup();
  }

  @Override
  public void noiseToDevice(byte[] bytes) {
    pacer.noise(bytes);
    selector.wakeup();
  }

  @Override
  public void unplug() {
    pacer.cut();
    outgoing.clear();
    selector.wakeup();
  }

  @Override
  public void replug() {
    selector.wakeup();
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }

  @Override
  public void awaitEnd() {
    if (!task.join(clock.nanos() + CLOSING_NANOS)) {
      LOG.warn("device={} link={} did not end in time", link.device(), link.name());
    }
  }
}

package org.optihal.emulators.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Signal;
import org.optihal.hal.clock.Task;
import org.optihal.linux.Pty;
import org.optihal.linux.TimerSlack;
import org.optihal.linux.WriteTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where other programs reach a link as a serial port. One thread waits for bytes, runs the model
 * and gives the answer its time: each hand-over to another thread would cost more than a byte
 * lasts.
 */
final class PtyEndpoint implements Endpoint, UartPacer.Client {
  private static final Logger LOG = LoggerFactory.getLogger(PtyEndpoint.class);

  /** The speed of a terminal that nobody has set: its client does not care. */
  private static final int UNTOUCHED_BAUD = 38_400;

  private static final long TIMER_SLACK_NANOS = 1_000;
  private static final long RETRY_NANOS = Duration.ofMillis(200).toNanos();
  private static final long CLOSING_NANOS = Duration.ofSeconds(2).toNanos();

  private final EmulatedLink link;
  private final HalClock clock;
  private final @Nullable Path symlink;
  private final Agenda agenda;
  private final UartPacer pacer;
  private final Task task;
  private final Signal changed;
  private final Path path;
  private final ByteArrayOutputStream outgoing = new ByteArrayOutputStream();
  private boolean closed;
  private volatile @Nullable Pty current;

  /**
   * Opens the port.
   *
   * @param symlink name under which clients find it, or null for none
   */
  PtyEndpoint(EmulatedLink link, @Nullable Path symlink) throws IOException {
    this.link = link;
    this.clock = link.clock();
    this.symlink = symlink;
    this.agenda = new Agenda(clock);
    this.pacer = new UartPacer(link, agenda, this, true);
    this.changed = clock.signal("plug of " + link.address());
    Pty first = open();
    this.current = first;
    this.path = symlink == null ? first.slavePath() : symlink;
    link.attach(this);
    this.task = clock.spawn("pty-" + link.device() + "-" + link.name(), this::live);
  }

  private Pty open() throws IOException {
    Pty pty = Pty.open();
    if (symlink != null) {
      try {
        pty.linkTo(symlink);
      } catch (IOException e) {
        pty.close();
        throw e;
      }
    }
    return pty;
  }

  /** The name to open; without a symbolic link a replug changes it. */
  Path path() {
    return path;
  }

  private void live() {
    try {
      sharpenTimer();
      byte[] buffer = new byte[4096];
      while (!isClosed()) {
        try {
          turn(buffer);
        } catch (IOException e) {
          LOG.warn("device={} link={} pty lost: {}", link.device(), link.name(), e.toString());
          hangUp();
          changed.await(clock.nanos() + RETRY_NANOS);
        }
      }
    } finally {
      hangUp();
    }
  }

  private void sharpenTimer() {
    try {
      TimerSlack.set(TIMER_SLACK_NANOS);
    } catch (IOException e) {
      LOG.warn("device={} link={} coarse pacing: {}", link.device(), link.name(), e.toString());
    }
  }

  private boolean isClosed() {
    synchronized (link.monitor()) {
      return closed;
    }
  }

  private void turn(byte[] buffer) throws IOException {
    boolean plugged;
    boolean congested;
    long due;
    synchronized (link.monitor()) {
      plugged = link.isPlugged();
      congested = pacer.isCongested();
      due = agenda.due();
    }
    Pty pty = current;
    if (!plugged) {
      hangUp();
      changed.await(Deadline.FOREVER);
    } else if (pty == null) {
      current = open(); // the next turn looks at the plug again
    } else {
      int n = 0;
      if (congested) {
        changed.await(due);
      } else {
        n = pty.master().read(buffer, 0, buffer.length, due);
      }
      byte[] out;
      synchronized (link.monitor()) {
        if (n > 0) {
          link.talks(this);
          pacer.request(Arrays.copyOf(buffer, n));
        }
        agenda.run();
        out = outgoing.toByteArray();
        outgoing.reset();
      }
      write(pty, out);
    }
  }

  /** What a client does not fetch is lost once the terminal is full, as in a UART. */
  private void write(Pty pty, byte[] out) throws IOException {
    try {
      pty.master().write(out, 0, out.length, clock.nanos());
    } catch (WriteTimeoutException e) {
      LOG.debug("device={} link={} client does not read", link.device(), link.name());
    }
  }

  private void hangUp() {
    Pty pty = current;
    current = null;
    if (pty != null) {
      try {
        pty.close();
      } catch (IOException e) {
        LOG.warn("device={} link={} closing: {}", link.device(), link.name(), e.toString());
      }
    }
  }

  private void wake() {
    changed.raise();
    Pty pty = current;
    if (pty != null) {
      pty.master().wake();
    }
  }

  @Override
  public int baud() {
    Pty pty = current;
    if (pty == null || !link.checksBaud()) {
      return 0;
    }
    try {
      int baud = pty.lineSpeed();
      return baud == UNTOUCHED_BAUD ? 0 : baud;
    } catch (IOException e) {
      return 0; // hung up meanwhile: nobody is there to be told anything
    }
  }

  @Override
  public void deliver(byte[] bytes) {
    outgoing.writeBytes(bytes);
  }

  @Override
  public void noiseToClient(byte[] bytes) {
    outgoing.writeBytes(bytes);
    wake();
  }

  @Override
  public void noiseToDevice(byte[] bytes) {
    pacer.noise(bytes);
    wake();
  }

  @Override
  public void unplug() {
    pacer.cut();
    outgoing.reset();
    wake();
  }

  @Override
  public void replug() {
    wake();
  }

  @Override
  public void close() {
    closed = true;
    wake();
  }

  @Override
  public void awaitEnd() {
    if (!task.join(clock.nanos() + CLOSING_NANOS)) {
      LOG.warn("device={} link={} did not end in time", link.device(), link.name());
    }
  }
}

package org.optihal.drivers.port;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.clock.Signal;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.SerialLine;
import org.optihal.hal.link.WireTap;
import org.optihal.hal.link.WireTaps;

/**
 * One owner of a link at a time. There is no port thread: each caller runs its own session, a busy
 * port parks callers and hands ownership to the first of the highest class. An idle port costs its
 * lock twice.
 *
 * <p>After the first byte sent, only a normal return, a refusal by the device, or a preemption
 * between two exchanges leaves the line clean. Anything else makes it suspect: a byte lost on its
 * way out shows as checksum errors of all later requests and never as a timeout. The next owner
 * cleans a suspect line before it uses it.
 */
public final class Port {
  private final String name;
  private final HalClock clock;
  private final Resync resync;
  private final int capacity;
  private final long graceNanos;
  private final WireTaps.Point tapPoint;
  private final Object lock = new Object();
  private final List<ArrayDeque<Call>> queues =
      IntStream.range(0, Priority.COUNT).mapToObj(i -> new ArrayDeque<Call>()).toList();
  private final List<PortListener> listeners = new CopyOnWriteArrayList<>();
  private final byte[] stale = new byte[256];
  private int queued;
  private @Nullable Call owner;
  private @Nullable Connection connection;
  private @Nullable HalException lastDown;
  private long epochs;
  private long calls;
  private long handOvers;
  private long resyncs;
  private long staleBytes;

  /** One life of the link; an owner of an earlier life can spoil only its own. */
  private static final class Connection {
    final ByteLink link;
    final long epoch;
    volatile boolean suspect = true; // the device may still send what an earlier life asked for
    volatile boolean ended;
    volatile boolean woken; // by a preemption; the wake-up may end a read of the next owner

    Connection(ByteLink link, long epoch) {
      this.link = link;
      this.epoch = epoch;
    }
  }

  /**
   * @param name redacted URL, for messages
   * @param capacity most callers that may wait; safety commands always may
   * @param graceNanos how long a safety command lets the running exchange finish: the device's
   *     normal answer time
   */
  public Port(
      String name,
      HalClock clock,
      Resync resync,
      int capacity,
      long graceNanos,
      WireTaps.Point tapPoint) {
    this.name = name;
    this.clock = clock;
    this.resync = resync;
    this.capacity = capacity;
    this.graceNanos = graceNanos;
    this.tapPoint = tapPoint;
  }

  public String name() {
    return name;
  }

  public HalClock clock() {
    return clock;
  }

  public void addListener(PortListener listener) {
    listeners.add(listener);
  }

  public void removeListener(PortListener listener) {
    listeners.remove(listener);
  }

  /** Starts a new life on a fresh link; returns its epoch. */
  public long up(ByteLink link) {
    Connection c;
    synchronized (lock) {
      if (connection != null) {
        throw new IllegalStateException(name + " is up already");
      }
      c = new Connection(link, ++epochs);
      connection = c;
      lastDown = null;
    }
    note("opened");
    return c.epoch;
  }

  /** Tells the devices that a link is there again, for them to check who answers. */
  void tellUp(long epoch) {
    for (PortListener l : listeners) {
      l.portUp(epoch);
    }
  }

  /** Ends the present life: whoever waits fails at once, the link is closed. */
  public void down(HalException reason) {
    Connection c;
    synchronized (lock) {
      c = connection;
    }
    if (c != null) {
      down(c, reason);
    }
  }

  private void down(Connection old, HalException reason) {
    synchronized (lock) {
      if (old != connection) {
        return;
      }
      connection = null;
      lastDown = reason;
      old.ended = true;
      if (owner != null && owner.signal != null) {
        owner.signal.raise(); // it may pause
      }
      for (ArrayDeque<Call> q : queues) {
        for (Call c = q.poll(); c != null; c = q.poll()) {
          c.state = Call.FAILED;
          c.signal().raise();
        }
      }
      queued = 0;
    }
    note("down: " + reason.what());
    old.link.close(); // frees a pending read of the owner
    for (PortListener l : listeners) {
      l.portDown(reason);
    }
  }

  /** The present life's number, or 0 when the link is down. */
  public long epoch() {
    synchronized (lock) {
      return connection == null ? 0 : connection.epoch;
    }
  }

  public boolean isUp() {
    return epoch() != 0;
  }

  public PortStatistics statistics() {
    synchronized (lock) {
      return new PortStatistics(calls, handOvers, resyncs, staleBytes, epochs);
    }
  }

  /** Distrusts the line: the next owner cleans it first. */
  public void suspect() {
    synchronized (lock) {
      if (connection != null) {
        connection.suspect = true;
      }
    }
  }

  /**
   * Runs a session once it is this caller's turn.
   *
   * @param epoch the life of the link it is meant for: a device checked in one life is not taken
   *     for known in the next
   * @param queueNanos budget for waiting and for cleaning a suspect line
   * @param ioNanos budget for the session itself
   * @throws HalException BUSY with outcome NOT_SENT when it was not its turn in time; what the
   *     session throws
   */
  public <T> T call(
      Priority priority, long epoch, long queueNanos, long ioNanos, Session<T> session) {
    return call(priority, epoch, queueNanos, ioNanos, null, session);
  }

  /**
   * Like {@link #call(Priority, long, long, long, Session)}; on a suspect line {@code blind} is
   * sent before the cleaning, because a device that does not answer may still obey.
   */
  public <T> T call(
      Priority priority,
      long epoch,
      long queueNanos,
      long ioNanos,
      byte @Nullable [] blind,
      Session<T> session) {
    long now = clock.nanos();
    long queueDeadline = now + queueNanos;
    Call c = new Call(priority);
    enter(c, epoch);
    if (c.state != Call.OWNER) {
      awaitTurn(c, queueDeadline);
      now = clock.nanos();
    }
    boolean clean = false;
    try {
      if (c.life().suspect || c.drain(now)) {
        clean(c, queueDeadline, blind);
        now = clock.nanos();
      }
      c.until(now + ioNanos);
      T result = session.run(c);
      clean = !c.failed;
      return result;
    } catch (HalException e) {
      if (e.kind() == Kind.DISCONNECTED) {
        HalException gone = (c.cleaning ? e : e.outcome(c.outcome())).on(name);
        down(c.life(), gone);
        throw gone;
      }
      clean = !c.dirty && !c.failed && leavesLineClean(e.kind());
      throw e.on(name);
    } finally {
      release(c, clean || !c.sent);
    }
  }

  /** A sound answer that says no, or an end between two exchanges. */
  private static boolean leavesLineClean(Kind kind) {
    return switch (kind) {
      case REFUSED,
          OUT_OF_RANGE,
          NOT_READY,
          DEVICE_FAULT,
          INTERLOCKED,
          CONFLICT,
          PREEMPTED,
          CANCELLED ->
          true;
      default -> false;
    };
  }

  /**
   * Changes speed or modem lines once it is this caller's turn; the line is suspect afterwards.
   *
   * @return false when the link is no serial line
   */
  public boolean reconfigure(
      long epoch, long queueNanos, java.util.function.Consumer<SerialLine> change) {
    long deadline = clock.nanos() + queueNanos;
    Call c = new Call(Priority.COMMAND);
    enter(c, epoch);
    if (c.state != Call.OWNER) {
      awaitTurn(c, deadline);
    }
    try {
      c.serial().ifPresent(change);
      c.serial().ifPresent(s -> note("speed " + s.baud()));
      return c.serial().isPresent();
    } finally {
      release(c, false);
    }
  }

  private void enter(Call c, long epoch) {
    synchronized (lock) {
      Connection life = connection;
      if (life == null || life.epoch != epoch) {
        HalException why = lastDown;
        String what =
            life != null ? "the connection is a new one" : why != null ? why.what() : "not open";
        throw new HalException(Kind.DISCONNECTED, Outcome.NOT_SENT, what).on(name);
      }
      c.connection = life;
      if (owner == null) {
        owner = c;
        c.state = Call.OWNER;
        calls++;
        return;
      }
      if (owner.thread == c.thread) {
        throw new IllegalStateException("a session may not call its own port " + name);
      }
      if (queued >= capacity && c.priority != Priority.SAFETY) {
        throw new HalException(Kind.BUSY, Outcome.NOT_SENT, queued + " callers wait already")
            .on(name);
      }
      c.signal = clock.signal("port " + name);
      queues.get(c.priority.index()).add(c);
      queued++;
      if (c.priority == Priority.SAFETY && owner.priority != Priority.SAFETY) {
        owner.preempt();
      }
    }
  }

  private void awaitTurn(Call c, long deadline) {
    boolean raised = true;
    boolean interrupted = false;
    while (true) {
      try {
        raised =
            c.priority == Priority.SAFETY
                ? c.signal().await(deadline) // nobody is interrupted out of making light go
                : c.signal().awaitInterruptibly(deadline);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      synchronized (lock) {
        if (c.state == Call.FAILED) {
          keepInterrupt(interrupted);
          HalException why = lastDown;
          throw new HalException(
                  Kind.DISCONNECTED,
                  Outcome.NOT_SENT,
                  why == null ? "the port went down" : why.what())
              .on(name);
        }
        if (c.state == Call.OWNER && !interrupted) {
          return; // granted and timed out at once: the grant wins
        }
        if (raised && !interrupted) {
          continue;
        }
        keepInterrupt(interrupted);
        if (c.state == Call.OWNER) {
          handOver(); // granted and interrupted at once: passed on, nothing was sent
        } else {
          queues.get(c.priority.index()).remove(c);
          queued--;
        }
        throw interrupted
            ? new HalException(Kind.CANCELLED, Outcome.NOT_SENT, "interrupted while waiting")
                .on(name)
            : new HalException(Kind.BUSY, Outcome.NOT_SENT, "the port was busy all the time")
                .on(name);
      }
    }
  }

  private static void keepInterrupt(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void clean(Call c, long deadline, byte @Nullable [] blind) {
    synchronized (lock) {
      resyncs++;
    }
    Outcome outcome = blind == null ? Outcome.NOT_SENT : Outcome.UNKNOWN;
    c.until(Math.max(deadline, clock.nanos()));
    c.cleaning = true;
    boolean done;
    try {
      if (blind != null) {
        c.write(blind, 0, blind.length);
      }
      done = resync.run(c, c.ioDeadline);
    } catch (HalException e) {
      throw e.outcome(outcome); // of what the caller wants; a probe is nobody's command
    }
    if (!done) {
      throw new HalException(
              Kind.TIMEOUT, outcome, "no sensible answer, the line could not be cleaned")
          .advise("check cable, power and speed");
    }
    c.cleaning = false;
    c.sent = false;
    c.dirty = false;
    c.failed = false;
    c.life().suspect = false;
  }

  private void release(Call c, boolean clean) {
    synchronized (lock) {
      if (!clean) {
        c.life().suspect = true;
      }
      handOver();
    }
  }

  private void handOver() {
    Call next = null;
    if (connection != null && queued > 0) {
      for (int i = 0; i < queues.size() && next == null; i++) {
        next = queues.get(i).poll();
      }
    }
    owner = next;
    if (next != null) {
      queued--;
      calls++;
      handOvers++;
      next.state = Call.OWNER;
      next.signal().raise();
    }
  }

  private void note(String text) {
    WireTap tap = tapPoint.tap();
    if (tap != null) {
      tap.note(name, clock.nanos(), text);
    }
  }

  /** A caller, queued or owning. */
  private final class Call implements Exchange {
    static final int QUEUED = 0;
    static final int OWNER = 1;
    static final int FAILED = 2;

    final Thread thread = Thread.currentThread();
    final Priority priority;
    @Nullable Connection connection;
    @Nullable Signal signal;
    int state = QUEUED;
    long ioDeadline;
    long answerNanos = Long.MAX_VALUE;
    long answerDeadline;
    volatile boolean preempted;
    boolean graced;
    boolean cleaning;
    boolean sent;
    boolean dirty; // since the last complete answer
    boolean failed; // once, even if the session made nothing of it

    Call(Priority priority) {
      this.priority = priority;
    }

    Connection life() {
      Connection c = connection;
      if (c == null) {
        throw new IllegalStateException("entered without a connection");
      }
      return c;
    }

    Signal signal() {
      Signal s = signal;
      if (s == null) {
        throw new IllegalStateException("queued without a signal");
      }
      return s;
    }

    Outcome outcome() {
      return sent ? Outcome.UNKNOWN : Outcome.NOT_SENT;
    }

    /** Called under the lock by the safety command that waits. */
    void preempt() {
      preempted = true;
      if (signal != null) {
        signal.raise();
      }
      life().woken = true;
      life().link.wake();
    }

    @Override
    public HalClock clock() {
      return clock;
    }

    @Override
    public Optional<SerialLine> serial() {
      return life().link.serial();
    }

    void until(long deadline) {
      ioDeadline = deadline;
      answerNanos = Long.MAX_VALUE;
      answerDeadline = deadline; // of a device that speaks first
    }

    @Override
    public void answerWithin(long nanos) {
      answerNanos = nanos;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      stopIfPreempted();
      if (sent && !cleaning && drain(clock.nanos())) {
        throw failure(Kind.FRAMING, "the device sent bytes that nobody asked for");
      }
      sent = true;
      dirty = true;
      answerDeadline = ioDeadline;
      if (answerNanos != Long.MAX_VALUE) {
        answerDeadline = Math.min(ioDeadline, clock.nanos() + answerNanos);
      }
      try {
        life().link.write(bytes, offset, length, ioDeadline);
      } catch (HalException e) {
        failed = true; // nobody knows how much of it went out
        throw e;
      }
      WireTap tap = tapPoint.tap();
      if (tap != null) {
        tap.sent(name, clock.nanos(), bytes, offset, length);
      }
    }

    /**
     * Takes what came unasked; it may be the beginning of more, so that no answer could be told
     * from it.
     */
    boolean drain(long now) {
      int n = read(stale, 0, stale.length, now);
      if (n == 0 && life().woken) {
        life().woken = preempted; // a wake-up nobody took: it ended this read, not an empty line
        n = read(stale, 0, stale.length, now);
      }
      if (n == 0) {
        return false;
      }
      dirty = true;
      synchronized (lock) {
        staleBytes += n;
        life().suspect = true;
      }
      return true;
    }

    private int read(byte[] into, int offset, int length, long deadline) {
      int n = life().link.read(into, offset, length, deadline);
      if (n > 0) {
        WireTap tap = tapPoint.tap();
        if (tap != null) {
          tap.received(name, clock.nanos(), into, offset, n);
        }
      }
      return n;
    }

    @Override
    public void readFully(byte[] into, int offset, int length) {
      int have = 0;
      while (have < length) {
        have += readSome(into, offset + have, length - have, have);
      }
      dirty = false;
    }

    @Override
    public byte[] readUntil(byte terminator, int limit) {
      byte[] line = new byte[limit];
      int have = 0;
      while (true) {
        if (have == limit) {
          throw failure(Kind.FRAMING, "no end of line within " + limit + " bytes");
        }
        have += readSome(line, have, 1, have);
        if (line[have - 1] == terminator) {
          dirty = false;
          return java.util.Arrays.copyOf(line, have - 1);
        }
      }
    }

    /** At least one byte, or TIMEOUT; a waiting safety command cuts the deadline to its grace. */
    private int readSome(byte[] into, int offset, int length, int have) {
      while (true) {
        int n = read(into, offset, length, answerDeadline);
        if (n > 0) {
          return n;
        }
        if (preempted && !graced) {
          graced = true;
          answerDeadline = Math.min(answerDeadline, clock.nanos() + graceNanos);
        } else if (clock.nanos() >= answerDeadline) {
          throw failure(
              Kind.TIMEOUT,
              have == 0 ? "no answer" : "the answer broke off after " + have + " bytes");
        }
      }
    }

    private HalException failure(Kind kind, String what) {
      failed = true;
      return new HalException(kind, Outcome.UNKNOWN, what);
    }

    @Override
    public int readAvailable(byte[] into, int offset, int length, long until) {
      while (true) {
        long limit = Math.min(until, preempted ? clock.nanos() : Long.MAX_VALUE);
        int n = read(into, offset, length, limit);
        if (n > 0) {
          return n;
        }
        stopIfPreempted(); // cleaning is made of short steps: a safety command does not wait for
        // all of them
        if (clock.nanos() >= until) {
          return 0;
        }
      }
    }

    @Override
    public void pause(long nanos) {
      synchronized (lock) {
        if (signal == null) {
          signal = clock.signal("pause in a session on " + name);
        }
      }
      long until = clock.nanos() + nanos;
      while (!preempted && !life().ended && clock.nanos() < until) {
        signal().await(until);
      }
      stopIfPreempted();
      if (life().ended) {
        throw new HalException(Kind.DISCONNECTED, outcome(), "the port went down");
      }
    }

    private void stopIfPreempted() {
      if (preempted) {
        throw new HalException(
            Kind.PREEMPTED, cleaning ? Outcome.NOT_SENT : outcome(), "a safety command went first");
      }
    }
  }
}

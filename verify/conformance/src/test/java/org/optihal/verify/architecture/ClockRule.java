package org.optihal.verify.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Only the clock waits, starts threads, tells the time or draws lots: all else asks it, and so runs
 * in virtual time, the same way every time.
 */
final class ClockRule {
  /** What a class can be exempt from. */
  @SuppressWarnings("ImmutableEnumChecker") // its lists are immutable
  enum Privilege {
    /** Starts, joins or delays threads. */
    THREADS(
        "java.lang.Thread.<init>",
        "java.lang.Thread.start",
        "java.lang.Thread.join",
        "java.lang.Thread.sleep",
        "java.lang.Thread.yield",
        "java.lang.Thread.onSpinWait",
        "java.util.concurrent.TimeUnit.sleep",
        "java.util.concurrent.TimeUnit.timedJoin",
        "java.util.Collection.parallelStream",
        "java.util.stream.BaseStream.parallel",
        "java.util.Arrays.parallelPrefix",
        "java.util.Arrays.parallelSetAll",
        "java.util.Arrays.parallelSort"),

    /** Has others run its code. */
    EXECUTORS(
        "java.util.concurrent.CompletionService",
        "java.util.concurrent.CompletionStage",
        "java.util.concurrent.Executor",
        "java.util.concurrent.Executors",
        "java.util.concurrent.Future",
        "java.util.concurrent.SubmissionPublisher",
        "java.util.Timer",
        "java.util.TimerTask"),

    /** Waits for another thread. */
    BLOCKING(
        "java.lang.Object.wait()",
        "java.lang.Object.wait(long)",
        "java.lang.Object.wait(long, int)",
        "java.lang.Object.notify()",
        "java.lang.Object.notifyAll()",
        "java.lang.Process.waitFor",
        "java.util.concurrent.BlockingQueue",
        "java.util.concurrent.CountDownLatch",
        "java.util.concurrent.CyclicBarrier",
        "java.util.concurrent.Exchanger",
        "java.util.concurrent.Phaser",
        "java.util.concurrent.Semaphore",
        "java.util.concurrent.TimeUnit.timedWait",
        "java.util.concurrent.locks.AbstractOwnableSynchronizer",
        "java.util.concurrent.locks.Condition",
        "java.util.concurrent.locks.Lock",
        "java.util.concurrent.locks.LockSupport",
        "java.util.concurrent.locks.ReadWriteLock",
        "java.util.concurrent.locks.StampedLock"),

    /** Has a library end a wait. */
    TIMEOUTS(
        "java.net.DatagramSocket.setSoTimeout",
        "java.net.ServerSocket.setSoTimeout",
        "java.net.Socket.connect(java.net.SocketAddress, int)",
        "java.net.Socket.setSoTimeout",
        "java.nio.channels.Selector.select"),

    /** Looks at the computer's clock. */
    TIME(
        "java.lang.System.currentTimeMillis",
        "java.lang.System.nanoTime",
        "java.time.Clock.system",
        "java.time.Clock.systemDefaultZone",
        "java.time.Clock.systemUTC",
        "java.time.Clock.tickMillis",
        "java.time.Clock.tickMinutes",
        "java.time.Clock.tickSeconds",
        "java.time.Instant.now",
        "java.time.LocalDate.now",
        "java.time.LocalDateTime.now",
        "java.time.LocalTime.now",
        "java.time.MonthDay.now",
        "java.time.OffsetDateTime.now",
        "java.time.OffsetTime.now",
        "java.time.Year.now",
        "java.time.YearMonth.now",
        "java.time.ZonedDateTime.now",
        "java.util.Calendar.getInstance",
        "java.util.Date.<init>()",
        "java.util.GregorianCalendar.<init>()"),

    /** Draws numbers that no seed repeats. */
    CHANCE(
        "java.lang.Math.random",
        "java.lang.StrictMath.random",
        "java.security.SecureRandom",
        "java.util.Collections.shuffle(java.util.List)",
        "java.util.Random.<init>()",
        "java.util.SplittableRandom.<init>()",
        "java.util.UUID.randomUUID",
        "java.util.concurrent.ThreadLocalRandom",
        "java.util.random.RandomGenerator.getDefault",
        "java.util.random.RandomGenerator.of");

    final List<Forbidden> forbidden;

    Privilege(String... forbidden) {
      this.forbidden = Stream.of(forbidden).map(Forbidden::parse).toList();
    }
  }

  /**
   * A type with all its subtypes, or one of its methods, with all overloads unless parameters are
   * given.
   */
  record Forbidden(String type, @Nullable String method, @Nullable String parameters) {
    static Forbidden parse(String text) {
      int paren = text.indexOf('(');
      String name = paren < 0 ? text : text.substring(0, paren);
      String last = name.substring(name.lastIndexOf('.') + 1);
      if (Character.isUpperCase(last.charAt(0))) {
        return new Forbidden(name, null, null);
      }
      return new Forbidden(
          name.substring(0, name.length() - last.length() - 1),
          last,
          paren < 0 ? null : text.substring(paren + 1, text.length() - 1));
    }

    /** What in {@code c} breaks the rule. */
    List<String> in(JavaClass c) {
      List<String> found = new ArrayList<>();
      if (method == null) {
        for (Dependency d : c.getDirectDependenciesFromSelf()) {
          if (d.getTargetClass().getBaseComponentType().isAssignableTo(type)) {
            found.add(d.getDescription());
          }
        }
        return found;
      }
      for (JavaCodeUnitAccess<?> a : c.getCodeUnitAccessesFromSelf()) {
        if (a.getTarget().getName().equals(method)
            && a.getTargetOwner().isAssignableTo(type)
            && hasParameters(a)) {
          found.add(a.getDescription());
        }
      }
      return found;
    }

    private boolean hasParameters(JavaCodeUnitAccess<?> a) {
      return parameters == null
          || parameters.equals(
              String.join(
                  ", ",
                  a.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList()));
    }
  }

  /** One class that uses a privilege; nested classes count as their outermost one. */
  record Use(String className, Privilege privilege) {}

  private ClockRule() {}

  /** What breaks the rule in {@code c}. */
  static List<String> violations(JavaClass c, Privilege privilege) {
    return privilege.forbidden.stream().flatMap(f -> f.in(c).stream()).distinct().toList();
  }

  static Use use(JavaClass c, Privilege privilege) {
    String name = c.getName();
    int nested = name.indexOf('$');
    return new Use(nested < 0 ? name : name.substring(0, nested), privilege);
  }
}

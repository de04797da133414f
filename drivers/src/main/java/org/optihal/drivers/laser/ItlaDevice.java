package org.optihal.drivers.laser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.optihal.drivers.device.Budget;
import org.optihal.drivers.device.Effect;
import org.optihal.drivers.device.Line;
import org.optihal.drivers.device.PortDevice;
import org.optihal.drivers.port.Exchange;
import org.optihal.drivers.port.PortProfile;
import org.optihal.drivers.port.Priority;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.device.Facet;
import org.optihal.hal.device.Identity;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.hal.event.HalEvent;
import org.optihal.hal.laser.LaserAlarm;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.point.ValueType;
import org.optihal.hal.spi.DeviceContext;
import org.optihal.protocols.itla.BaudCode;
import org.optihal.protocols.itla.IoCap;
import org.optihal.protocols.itla.ItlaFrame;
import org.optihal.protocols.itla.ItlaRegister;
import org.optihal.protocols.itla.Mcb;
import org.optihal.protocols.itla.StatusBit;
import org.optihal.protocols.itla.StatusWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An ITLA module: who it is, at which speed it talks, its alarms, and how it is made dark. */
final class ItlaDevice extends PortDevice {
  private static final Logger LOG = LoggerFactory.getLogger(ItlaDevice.class);
  private static final Duration DARK_POLL = Duration.ofMillis(20);
  private static final Duration SPEED_CHANGE = Duration.ofMillis(20);
  private static final Duration DISTRUST = Duration.ofSeconds(10);
  private static final Pattern OLDER = Pattern.compile("(?i)MSA[-: ]*0?1\\.2(?!\\d)");
  private static final int UNCONFIRMED_LOOKS = 2;
  private static final int DEFAULT_BAUD = 9600;

  private final ItlaOptions options;
  private final ItlaLaser laser;
  private volatile @Nullable ItlaLimits limits;
  private volatile Set<LaserAlarm> alarms = Set.of();
  private volatile @Nullable Boolean enabledBefore;
  private volatile long distrustUntil = Long.MIN_VALUE;
  private volatile boolean resends;
  private long retriesSeen;
  private boolean speedChanged;

  ItlaDevice(DeviceContext context, DeviceUrl url, ItlaOptions options) {
    super(
        context,
        ItlaDriver.CODE,
        url,
        PortProfile.polled(new ItlaResync(options.answerTime().toNanos()), options.answerTime()),
        new Budget(
            Duration.ofMillis(250).plus(options.answerTime()),
            Duration.ofSeconds(4),
            Duration.ofMillis(1_500),
            4),
        options.pollPeriod());
    this.options = options;
    this.laser = new ItlaLaser(this, context.entry().id());
  }

  @Override
  public List<Facet> facets() {
    return List.of(laser);
  }

  ItlaOptions options() {
    return options;
  }

  /** What the module can do; what the standard allows before it was asked. */
  @Nullable ItlaLimits limits() {
    return limits;
  }

  ItlaLimits knownLimits() {
    ItlaLimits l = limits;
    if (l == null) {
      throw new HalException(Kind.NOT_READY, Outcome.NOT_SENT, "it is not connected").at(id());
    }
    return l;
  }

  /** Asks or sets something in one session, with the caution the line deserves at present. */
  <T> T talk(
      Priority priority, Effect effect, Deadline deadline, Function<ItlaTransaction, T> what) {
    return talk(line(), priority, effect, deadline, what);
  }

  private <T> T talk(
      Line line,
      Priority priority,
      Effect effect,
      Deadline deadline,
      Function<ItlaTransaction, T> what) {
    try {
      return line.call(
          priority, effect, deadline, x -> what.apply(new ItlaTransaction(x, isDistrusted())));
    } finally {
      if (retries() != retriesSeen) {
        retriesSeen = retries();
        distrustUntil = clock().nanos() + DISTRUST.toNanos();
      }
    }
  }

  /** What is asked once and remembered is confirmed even where other reads are not. */
  private <T> T learn(Line line, Deadline deadline, Function<ItlaTransaction, T> what) {
    return line.call(
        Priority.COMMAND, Effect.READ, deadline, x -> what.apply(new ItlaTransaction(x, resends)));
  }

  private boolean isDistrusted() {
    return resends && (options.confirmReads() || clock().nanos() < distrustUntil);
  }

  // ---- who is there

  @Override
  protected Identity identify(Line fresh, Deadline deadline) {
    speedChanged = false;
    findSpeed(fresh, deadline);
    resends =
        fresh.call(
            Priority.COMMAND, Effect.READ, deadline, x -> new ItlaTransaction(x, false).resends());
    return learn(fresh, deadline, ItlaDevice::identity);
  }

  static Identity identity(ItlaTransaction t) {
    return new Identity(
        t.text(ItlaRegister.MFGR),
        t.text(ItlaRegister.MODEL),
        t.text(ItlaRegister.SER_NO),
        t.text(ItlaRegister.RELEASE),
        Map.of(
            "type", t.text(ItlaRegister.DEV_TYP), "manufactured", t.text(ItlaRegister.MFG_DATE)));
  }

  /**
   * A module that rebooted talks at 9600 again; one that another program left may talk at any
   * speed.
   */
  private void findSpeed(Line fresh, Deadline deadline) {
    List<String> tried = new ArrayList<>();
    HalException first = null;
    for (int baud : speeds()) {
      if (first != null
          && !fresh.port().reconfigure(fresh.epoch(), patience().toNanos(), s -> s.baud(baud))) {
        break; // no serial line, no speeds
      }
      tried.add(baud == 0 ? "the speed of the link" : baud + " baud");
      Deadline soon = Deadline.in(clock(), patience().multipliedBy(2)).earlier(deadline);
      try {
        fresh.call(Priority.COMMAND, Effect.ACTION, soon, x -> new ItlaTransaction(x, false).nop());
        return;
      } catch (HalException e) {
        if (e.kind() == Kind.DISCONNECTED || e.kind() == Kind.CLOSED) {
          throw e;
        }
        first = first == null ? e : first;
      }
      if (deadline.hasPassed(clock())) {
        break;
      }
    }
    throw new HalException(
            Kind.TIMEOUT,
            Outcome.NOT_APPLICABLE,
            "no ITLA module answers at " + String.join(", ", tried),
            ErrorContext.NONE,
            first)
        .at(id())
        .on(fresh.port().name())
        .advise("check cable and power, and that this is the right port");
  }

  /** How long one speed is tried: a resynchronization with every step it can take. */
  private Duration patience() {
    return options.answerTime().multipliedBy(7);
  }

  private List<Integer> speeds() {
    Set<Integer> speeds = new LinkedHashSet<>();
    speeds.add(0); // as the link was opened
    if (options.baud() != 0) {
      speeds.add((int) options.baud());
    }
    speeds.add(DEFAULT_BAUD);
    Stream.of(BaudCode.values())
        .map(BaudCode::baud)
        .sorted(Comparator.reverseOrder())
        .forEach(speeds::add);
    return List.copyOf(speeds);
  }

  // ---- set-up

  @Override
  protected void prepare(Line fresh, boolean control, Deadline deadline) {
    boolean pure =
        identity()
            .map(i -> (i.manufacturer() + i.model()).toLowerCase(Locale.ROOT))
            .filter(s -> s.contains("pure") || s.contains("ppcl"))
            .isPresent();
    limits = learn(fresh, deadline, t -> ItlaLimits.read(t, !isOlder(), pure));
    enabledBefore = null;
    talk(
        fresh,
        Priority.COMMAND,
        Effect.READ,
        deadline,
        t -> {
          boolean on = ItlaLaser.isEnabled(t);
          noteEnabled(on);
          return on;
        });
    if (control) {
      negotiateSpeed(fresh, deadline);
      talk(
          fresh,
          Priority.COMMAND,
          Effect.ABSOLUTE_SET,
          deadline,
          t -> {
            int mcb = t.read(ItlaRegister.MCB);
            int wanted =
                options.shutDownOnFatal()
                    ? mcb | Mcb.SHUTDOWN_ON_FATAL
                    : mcb & ~Mcb.SHUTDOWN_ON_FATAL;
            if (wanted != mcb) {
              t.set(ItlaRegister.MCB, wanted);
            }
            return wanted;
          });
    }
  }

  /**
   * A module that calls itself one of 01.2 is not asked for registers of 01.3: it would latch an
   * error.
   */
  private boolean isOlder() {
    return identity().map(Identity::firmware).filter(f -> OLDER.matcher(f).find()).isPresent();
  }

  /** A module that does not take the speed, or is not heard at it, is used at one it answers at. */
  private void negotiateSpeed(Line fresh, Deadline deadline) {
    if (options.baud() == 0) {
      return;
    }
    try {
      speedChanged = changeSpeed(fresh, (int) options.baud(), deadline);
    } catch (HalException e) {
      if (e.kind() == Kind.DISCONNECTED || e.kind() == Kind.CLOSED) {
        throw e;
      }
      LOG.warn("device={} link={} stays at its speed: {}", id(), fresh.port().name(), e.what());
      findSpeed(fresh, deadline);
    }
  }

  /** Takes effect at once on both sides. */
  private boolean changeSpeed(Line fresh, int baud, Deadline deadline) {
    BaudCode code = BaudCode.ofBaud(baud);
    if (code == null) {
      throw new IllegalStateException("options allow no other speeds");
    }
    return fresh.call(
        Priority.COMMAND,
        Effect.ACTION,
        deadline,
        x -> {
          ItlaTransaction t =
              new ItlaTransaction(x, false); // a second copy would come at the new speed
          var serial = t.exchange().serial();
          if (serial.isEmpty() || serial.get().baud() == baud) {
            return false;
          }
          int before = serial.get().baud();
          t.write(ItlaRegister.IO_CAP, IoCap.select(code).word());
          serial.get().baud(baud);
          t.exchange().pause(SPEED_CHANGE.toNanos());
          try {
            t.nop();
            return true;
          } catch (HalException e) {
            serial.get().baud(before);
            throw e;
          }
        });
  }

  @Override
  protected void leave(Line ready, Deadline deadline) {
    if (speedChanged) {
      changeSpeed(ready, DEFAULT_BAUD, deadline); // the next program expects the default
    }
  }

  // ---- alarms

  @Override
  protected void poll(Line ready, Deadline deadline) {
    int[] words =
        talk(
            ready,
            Priority.POLL,
            Effect.READ,
            deadline,
            t -> {
              noteEnabled(ItlaLaser.isEnabled(t));
              return new int[] {t.read(ItlaRegister.STATUS_F), t.read(ItlaRegister.STATUS_W)};
            });
    noteAlarms(new StatusWord(words[0]), new StatusWord(words[1]));
  }

  /** Both status words as one set; latched bits stay until somebody clears them. */
  static Set<LaserAlarm> alarms(StatusWord fatal, StatusWord warning) {
    Set<LaserAlarm> set = EnumSet.noneOf(LaserAlarm.class);
    Set<StatusBit> bits = EnumSet.noneOf(StatusBit.class);
    bits.addAll(fatal.bits());
    bits.addAll(warning.bits());
    for (StatusBit bit : bits) {
      switch (bit) {
        case POWER, POWER_LATCHED -> set.add(LaserAlarm.POWER);
        case THERMAL, THERMAL_LATCHED -> set.add(LaserAlarm.THERMAL);
        case FREQUENCY, FREQUENCY_LATCHED -> set.add(LaserAlarm.FREQUENCY);
        case VENDOR, VENDOR_LATCHED -> set.add(LaserAlarm.VENDOR);
        case DISABLED -> set.add(LaserAlarm.DISABLED_BY_PIN);
        case FATAL -> set.add(LaserAlarm.FATAL);
        case MODULE_RESTARTED -> set.add(LaserAlarm.MODULE_RESTARTED);
        case COMMUNICATION_RESET -> set.add(LaserAlarm.COMMUNICATION_RESET);
        case COMMUNICATION_ERROR -> set.add(LaserAlarm.COMMUNICATION_ERROR);
        case EXECUTION_ERROR -> set.add(LaserAlarm.EXECUTION_ERROR);
        case ALARM, SERVICE_REQUEST -> {} // summaries of the others
      }
    }
    return java.util.Collections.unmodifiableSet(set);
  }

  void noteAlarms(StatusWord fatal, StatusWord warning) {
    Set<LaserAlarm> now = alarms(fatal, warning);
    Set<LaserAlarm> before = alarms;
    alarms = now;
    for (LaserAlarm alarm : LaserAlarm.values()) {
      boolean is = now.contains(alarm);
      if (is != before.contains(alarm)) {
        events()
            .publish(
                new HalEvent.AlarmChanged(
                    clock().wall(),
                    id(),
                    ValueType.word(alarm),
                    is,
                    severity(alarm),
                    "alarm " + ValueType.word(alarm) + (is ? " came" : " went")));
      }
    }
  }

  private static HalEvent.Severity severity(LaserAlarm alarm) {
    return switch (alarm) {
      case FATAL -> HalEvent.Severity.CRITICAL;
      case POWER, THERMAL, FREQUENCY, VENDOR -> HalEvent.Severity.MAJOR;
      case DISABLED_BY_PIN, MODULE_RESTARTED -> HalEvent.Severity.MINOR;
      case COMMUNICATION_RESET, COMMUNICATION_ERROR, EXECUTION_ERROR -> HalEvent.Severity.WARNING;
    };
  }

  /** Told of each look at SENA; a change that nobody here asked for is an event. */
  void noteEnabled(boolean enabled) {
    Boolean before = enabledBefore;
    enabledBefore = enabled;
    if (before != null && before != enabled && !laser.isChanging()) {
      events()
          .publish(
              new HalEvent.ExternalChange(
                  clock().wall(), id(), "enabled", before ? "on" : "off", enabled ? "on" : "off"));
    }
  }

  /** The output may be enabled from now on, or not. */
  void forgetEnabled() {
    enabledBefore = null;
  }

  /** Whether the output was enabled when last looked at; null when nobody has looked. */
  @Nullable Boolean enabledBefore() {
    return enabledBefore;
  }

  @Override
  protected List<String> complaints() {
    List<String> list = new ArrayList<>();
    for (LaserAlarm alarm : alarms) {
      if (severity(alarm).compareTo(HalEvent.Severity.MAJOR) >= 0) {
        list.add("alarm " + ValueType.word(alarm));
      }
    }
    return list;
  }

  // ---- dark

  /**
   * Clears SENA, again where it did not last, and watches the output monitor. On a line in doubt
   * the command goes out once before the line is cleaned: a module that cannot answer may still
   * obey.
   */
  @Override
  protected SafeReport darken(Line safe, Deadline deadline) {
    byte[] blind = new byte[ItlaFrame.LENGTH];
    ItlaFrame.encode(ItlaFrame.request(true, ItlaRegister.RES_ENA.number(), 0), blind, 0);
    int floor = ItlaScale.hundredthsOfDbm(options.monitorFloor());
    int inARow = 0;
    while (true) {
      Look look = null;
      HalException trouble = null;
      try {
        look =
            safe.call(Priority.SAFETY, Effect.ABSOLUTE_SET, deadline, blind, this::disableAndLook);
      } catch (HalException e) {
        if (e.kind() == Kind.DISCONNECTED || e.kind() == Kind.CLOSED) {
          throw e;
        }
        trouble = e;
      }
      inARow = look != null && !look.enabled && look.output <= floor ? inARow + 1 : 0;
      if (inARow >= (resends ? 1 : UNCONFIRMED_LOOKS)) {
        return new SafeReport(
            SafeReport.Outcome.VERIFIED_DARK,
            "no emission seen by the output monitor at "
                + clock().wall()
                + ", floor "
                + options.monitorFloor());
      }
      if (Deadline.in(clock(), DARK_POLL).nanos() >= deadline.nanos()) {
        return unverified(look, trouble);
      }
      clock().sleep(DARK_POLL);
    }
  }

  private record Look(boolean enabled, int output) {}

  private Look disableAndLook(Exchange exchange) {
    ItlaTransaction t =
        new ItlaTransaction(exchange, resends); // confirmed whatever the options say
    t.write(ItlaRegister.RES_ENA, 0);
    boolean enabled = ItlaLaser.isEnabled(t);
    noteEnabled(enabled);
    return new Look(enabled, ItlaLaser.output(t));
  }

  private SafeReport unverified(@Nullable Look look, @Nullable HalException trouble) {
    if (trouble != null) {
      throw trouble;
    }
    if (look == null || look.enabled) {
      throw new HalException(
          Kind.REFUSED, Outcome.UNKNOWN, "the module says it is enabled in spite of the command");
    }
    return new SafeReport(
        SafeReport.Outcome.SENT_UNVERIFIED,
        "output disabled, and the output monitor still shows " + ItlaScale.power(look.output));
  }
}

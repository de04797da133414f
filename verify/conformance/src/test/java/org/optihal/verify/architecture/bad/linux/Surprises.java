package org.optihal.verify.architecture.bad.linux;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Every way to be different the next time. */
@SuppressWarnings("all")
final class Surprises {
  static final LongSupplier TIME = System::nanoTime;

  static final class Owned extends AbstractOwnableSynchronizer {}

  static List<Object> times(ZoneId zone) {
    return List.of(
        System.currentTimeMillis(),
        Clock.system(zone),
        Clock.systemDefaultZone(),
        Clock.systemUTC(),
        Clock.tickMillis(zone),
        Clock.tickMinutes(zone),
        Clock.tickSeconds(zone),
        Instant.now(),
        LocalDate.now(),
        LocalDateTime.now(),
        LocalTime.now(),
        MonthDay.now(),
        OffsetDateTime.now(),
        OffsetTime.now(),
        Year.now(),
        YearMonth.now(),
        ZonedDateTime.now(),
        Calendar.getInstance(),
        new Date(),
        new GregorianCalendar());
  }

  static List<Object> lots(List<Object> list) {
    Collections.shuffle(list);
    return List.of(
        Math.random(),
        StrictMath.random(),
        new SecureRandom(),
        new Random(),
        new SplittableRandom(),
        UUID.randomUUID(),
        ThreadLocalRandom.current(),
        RandomGenerator.getDefault(),
        RandomGenerator.of("Random"));
  }
}

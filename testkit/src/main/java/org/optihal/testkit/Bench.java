package org.optihal.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs each test of a class on a bench of its own, emulated in virtual time: an hour of waiting
 * takes no time, and the same seed gives the same run.
 *
 * <p>Test methods may take a {@link org.optihal.hal.Hal}, {@link org.optihal.hal.clock.HalClock},
 * {@link org.optihal.hal.spi.Emulation}, {@link org.optihal.hal.spi.Truth}, {@link
 * org.optihal.hal.spi.Faults}, a {@link org.optihal.hal.device.Device} or any {@link
 * org.optihal.hal.device.Facet}; {@link Named} says of which device where the bench leaves a
 * choice. A test that fails tells its seed; {@code -Dseed=42} repeats it. A driver whose poll
 * throws, and damage done to a device, fail the test too.
 *
 * <pre>{@code
 * @Bench("first-light.yaml")
 * class LinkTest {
 *   @Test
 *   void tunes(@Named("tx-laser") TunableLaser laser, HalClock clock) { ... }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BenchExtension.class)
public @interface Bench {
  /** A resource beside the class or at the root of the class path, else a file. */
  String value();

  /** Of all random numbers; {@code -Dseed=} comes first. */
  long seed() default 1;

  /** Whether devices are connected, with control, before they are handed to a test. */
  boolean connect() default true;

  /** What stands above the bench file: {@code device.key=value}. */
  String[] set() default {};
}

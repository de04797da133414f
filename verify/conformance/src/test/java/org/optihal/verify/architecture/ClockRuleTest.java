package org.optihal.verify.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.optihal.verify.architecture.ClockRule.Privilege.BLOCKING;
import static org.optihal.verify.architecture.ClockRule.Privilege.CHANCE;
import static org.optihal.verify.architecture.ClockRule.Privilege.EXECUTORS;
import static org.optihal.verify.architecture.ClockRule.Privilege.THREADS;
import static org.optihal.verify.architecture.ClockRule.Privilege.TIME;
import static org.optihal.verify.architecture.ClockRule.Privilege.TIMEOUTS;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.optihal.verify.architecture.ClockRule.Forbidden;
import org.optihal.verify.architecture.ClockRule.Privilege;
import org.optihal.verify.architecture.ClockRule.Use;

/** The clock rule, with everybody who is exempt from it and why. */
class ClockRuleTest {
  /** Who may do what, and why. */
  record Exemption(String className, String reason, List<Privilege> privileges) {
    Exemption(String className, String reason, Privilege... privileges) {
      this("org.optihal." + className, reason, List.of(privileges));
    }
  }

  static final List<Exemption> EXEMPTIONS =
      List.of(
          new Exemption(
              "hal.clock.RealClock",
              "it is the clock: all other waiting in real time is made of its own",
              THREADS,
              EXECUTORS,
              BLOCKING,
              TIME),
          new Exemption(
              "hal.clock.VirtualClock",
              "it owns the threads of its actors, parks them, and watches in real time for hangs",
              THREADS,
              BLOCKING),
          new Exemption(
              "linux.Descriptor", "turns a deadline of the real clock into that of a ppoll", TIME),
          new Exemption(
              "linux.Lane", "turns a deadline of the real clock into that of a ppoll", TIME),
          new Exemption(
              "linux.Natives",
              "nobody may guess the name of the directory that native libraries are loaded from",
              CHANCE),
          new Exemption(
              "drivers.link.TcpLinkOpener",
              "turns a deadline into the timeout of a connect",
              TIMEOUTS),
          new Exemption(
              "drivers.link.SerialShutdown", "a shutdown hook has to be a Thread object", THREADS),
          new Exemption(
              "emulators.wire.TcpEndpoint",
              "live pacing: a selector waits in milliseconds, and a byte lasts less",
              BLOCKING,
              TIMEOUTS),
          new Exemption(
              "node.cli.ProcessExit", "a shutdown hook has to be a Thread object", THREADS));

  private static final Set<Use> EXEMPT =
      EXEMPTIONS.stream()
          .flatMap(e -> e.privileges.stream().map(p -> new Use(e.className, p)))
          .collect(Collectors.toSet());

  @ParameterizedTest
  @EnumSource
  void onlyTheClockWaitsStartsThreadsTellsTheTimeOrDrawsLots(Module module) {
    List<String> violations = new ArrayList<>();
    for (JavaClass c : House.REAL.of(module)) {
      for (Privilege p : Privilege.values()) {
        if (!EXEMPT.contains(ClockRule.use(c, p))) {
          ClockRule.violations(c, p).forEach(v -> violations.add(p + ": " + v));
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("EXEMPTIONS")
  void anExemptionThatNobodyNeedsIsWithdrawn(Exemption exemption) {
    for (Privilege p : exemption.privileges) {
      assertThat(unneeded(House.REAL, new Use(exemption.className, p)))
          .as("%s no longer uses %s: delete its exemption", exemption.className, p)
          .isFalse();
    }
  }

  private static boolean unneeded(House house, Use use) {
    return house.classes().stream()
        .filter(c -> ClockRule.use(c, use.privilege()).equals(use))
        .allMatch(c -> ClockRule.violations(c, use.privilege()).isEmpty());
  }

  @Test
  void anExemptionThatNobodyNeedsIsSeen() {
    assertThat(unneeded(House.BAD, new Use("org.optihal.verify.architecture.bad.hal.Gone", TIME)))
        .isTrue();
    String patient = "org.optihal.verify.architecture.bad.hal.Patient";
    assertThat(unneeded(House.BAD, new Use(patient, TIME))).isTrue();
    assertThat(unneeded(House.BAD, new Use(patient, THREADS))).isFalse();
  }

  @Test
  void everythingForbiddenIsSeen() {
    Map<Forbidden, Boolean> seen = new TreeMap<>(Comparator.comparing(Forbidden::toString));
    for (Privilege p : Privilege.values()) {
      for (Forbidden f : p.forbidden) {
        seen.put(f, House.BAD.of(Module.LINUX).stream().anyMatch(c -> !f.in(c).isEmpty()));
      }
    }
    assertThat(seen).allSatisfy((f, found) -> assertThat(found).as("%s", f).isTrue());
  }

  @Test
  void whatOnlyLooksLikeItIsAllowed() {
    for (JavaClass c : House.BAD.of(Module.CONFIG)) {
      for (Privilege p : Privilege.values()) {
        assertThat(ClockRule.violations(c, p)).isEmpty();
      }
    }
  }
}

package org.optihal.verify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the house, on the house, and on one that breaks each of them. */
class ArchitectureTest {
  private static final House HOUSE = House.REAL;
  private static final House BAD = House.BAD;

  @ParameterizedTest
  @EnumSource
  void everyModuleImportsOnlyWhatItMay(Module module) {
    Rules.arrows(HOUSE, module).check(HOUSE.of(module));
  }

  @Test
  void aForbiddenImportIsSeen() {
    assertThat(broken(Module.HAL_API)).anyMatch(s -> s.contains("bad.drivers.SeesEmulator"));
    assertThat(broken(Module.HAL_API)).anyMatch(s -> s.contains("org.slf4j.Logger"));
    assertThat(broken(Module.PROTOCOLS)).anyMatch(s -> s.contains("bad.hal.SeesDriver"));
    assertThat(broken(Module.PHYSICS)).anyMatch(s -> s.contains("bad.protocols.SeesHal"));
    assertThat(broken(Module.CONFIG)).anyMatch(s -> s.contains("com.sun.jna.Pointer"));
    assertThat(broken(Module.LINUX)).anyMatch(s -> s.contains("bad.hal.SeesDriver"));
    assertThat(broken(Module.DRIVERS)).anyMatch(s -> s.contains("bad.emulators.SeesDriver"));
    assertThat(broken(Module.EMULATORS)).anyMatch(s -> s.contains("bad.drivers.SeesEmulator"));
    assertThat(broken(Module.TESTKIT)).anyMatch(s -> s.contains("bad.node.SeesTestkit"));
    assertThat(broken(Module.NODE)).anyMatch(s -> s.contains("bad.testkit.SeesNode"));
    assertThat(broken(Module.NODE)).anyMatch(s -> s.contains("bad.emulators.SeesDriver"));
  }

  @Test
  void anAllowedImportIsNotTakenForAForbiddenOne() {
    assertThat(broken(Module.DRIVERS)).noneMatch(s -> s.contains("bad.hal."));
    assertThat(broken(Module.DRIVERS)).noneMatch(s -> s.contains("org.slf4j."));
  }

  private static List<String> broken(Module module) {
    return violations(Rules.arrows(BAD, module), BAD.of(module));
  }

  @Test
  void everyClassBelongsToTheModuleThatItsPackageNames() {
    List<String> strangers =
        HOUSE.classes().stream()
            .filter(c -> !House.isIn("org.optihal.verify", c))
            .filter(c -> HOUSE.moduleOf(c).map(m -> !isFrom(m, c)).orElse(true))
            .map(JavaClass::getName)
            .toList();
    assertThat(strangers).isEmpty();
  }

  private static boolean isFrom(Module module, JavaClass c) {
    String uri = c.getSource().orElseThrow().getUri().toString();
    return uri.matches(".*/" + module.directory + "(/target/classes/|-[^/]*\\.jar!/).*");
  }

  /** A rule that looks at nothing is always kept. */
  @Test
  void theRulesLookAtEveryModuleThatHasClasses() {
    assertThat(Arrays.stream(Module.values()).filter(m -> HOUSE.of(m).isEmpty())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void resultsDoNotDependOnTheProcessor(Module module) {
    Rules.strictMath().check(HOUSE.of(module));
  }

  @Test
  void mathIsSeen() {
    List<String> found = violations(Rules.strictMath(), BAD.classes());
    for (String function : Rules.INEXACT) {
      assertThat(found).anyMatch(s -> s.contains("java.lang.Math." + function + "("));
    }
    assertThat(found).noneMatch(s -> s.contains("Math.floorMod") || s.contains("Math.sqrt"));
  }

  @ParameterizedTest
  @EnumSource
  void packagesOfAModuleHaveNoCycles(Module module) {
    Rules.noPackageCycles().check(HOUSE.of(module));
  }

  @Test
  void aCycleIsSeen() {
    assertThat(violations(Rules.noPackageCycles(), BAD.of(Module.PHYSICS)))
        .anyMatch(s -> s.contains("bad.physics.chicken") && s.contains("bad.physics.egg"));
  }

  @ParameterizedTest
  @EnumSource
  void everyPackageIsNullMarked(Module module) {
    Rules.nullMarked().check(HOUSE.of(module));
  }

  @Test
  void aPackageWithoutNullMarksIsSeen() {
    assertThat(violations(Rules.nullMarked(), BAD.of(Module.PROTOCOLS)))
        .anyMatch(s -> s.contains("bad.protocols has no"));
    assertThat(violations(Rules.nullMarked(), BAD.of(Module.HAL_API))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void librariesKeepQuiet(Module module) {
    if (module.isLibrary()) {
      Rules.quiet().check(HOUSE.of(module));
    }
  }

  @Test
  void noiseIsSeen() {
    assertThat(violations(Rules.quiet(), BAD.of(Module.DRIVERS)))
        .anyMatch(s -> s.contains("java.util.logging.Logger"))
        .anyMatch(s -> s.contains("java.lang.System.out"))
        .anyMatch(s -> s.contains("java.lang.System.err"))
        .anyMatch(s -> s.contains("printStackTrace()"));
  }

  private static List<String> violations(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }
}

package org.optihal.verify.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/** The rules that are not about time. */
final class Rules {
  /** Fundamental packages and annotations that need no class at run time. */
  private static final List<String> EVERYWHERE = List.of("java", "org.jspecify.annotations");

  /**
   * Functions of {@link Math} whose last bits differ between processors; all others of its
   * functions are exact.
   */
  static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private Rules() {}

  /** Imports nothing but what the table says. */
  static ArchRule arrows(House house, Module module) {
    return rule(
        "import only " + module.row(),
        (c, violation) -> {
          for (Dependency d : c.getDirectDependenciesFromSelf()) {
            if (!mayImport(house, module, d.getTargetClass().getBaseComponentType())) {
              violation.accept(d.getDescription());
            }
          }
        });
  }

  private static boolean mayImport(House house, Module module, JavaClass target) {
    return target.isPrimitive()
        || House.isIn(house.packageOf(module), target)
        || EVERYWHERE.stream().anyMatch(p -> House.isIn(p, target))
        || module.modules.stream().anyMatch(m -> House.isIn(house.packageOf(m), target))
        || module.libraries.stream()
            .flatMap(l -> l.packages.stream())
            .anyMatch(p -> House.isIn(p, target));
  }

  /** {@link Math} differs between processors, {@link StrictMath} does not. */
  static ArchRule strictMath() {
    return rule(
        "use StrictMath where Math is not exact",
        (c, violation) ->
            c.getCodeUnitAccessesFromSelf().stream()
                .filter(a -> a.getTargetOwner().isEquivalentTo(Math.class))
                .filter(a -> INEXACT.contains(a.getTarget().getName()))
                .forEach(a -> violation.accept(a.getDescription())));
  }

  /** Standard streams and the log configuration belong to the program, not to its libraries. */
  static ArchRule quiet() {
    return rule(
        "neither print nor use java.util.logging",
        (c, violation) -> {
          for (Dependency d : c.getDirectDependenciesFromSelf()) {
            if (House.isIn("java.util.logging", d.getTargetClass())) {
              violation.accept(d.getDescription());
            }
          }
          c.getFieldAccessesFromSelf().stream()
              .filter(a -> a.getTargetOwner().isEquivalentTo(System.class))
              .forEach(a -> violation.accept(a.getDescription()));
          c.getCodeUnitAccessesFromSelf().stream()
              .filter(a -> a.getTargetOwner().isAssignableTo(Throwable.class))
              .filter(a -> a.getTarget().getName().equals("printStackTrace"))
              .filter(a -> a.getTarget().getRawParameterTypes().isEmpty())
              .forEach(a -> violation.accept(a.getDescription()));
        });
  }

  static ArchRule nullMarked() {
    return rule(
        "be in a @NullMarked package",
        (c, violation) -> {
          if (!c.getPackage().isAnnotatedWith(NullMarked.class)) {
            violation.accept(
                c.getPackageName() + " has no @NullMarked package-info: " + c.getName());
          }
        });
  }

  /** Every package is a slice of its own, the root package of a module too. */
  static ArchRule noPackageCycles() {
    return slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass c) {
                return SliceIdentifier.of(c.getPackageName());
              }

              @Override
              public String getDescription() {
                return "packages";
              }
            })
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }

  private static ArchRule rule(String what, BiConsumer<JavaClass, Consumer<String>> check) {
    return classes()
        .should(
            new ArchCondition<>(what) {
              @Override
              public void check(JavaClass c, ConditionEvents events) {
                check.accept(c, v -> events.add(SimpleConditionEvent.violated(c, v)));
              }
            })
        .allowEmptyShould(true);
  }
}

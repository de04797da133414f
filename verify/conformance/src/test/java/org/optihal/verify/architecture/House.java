package org.optihal.verify.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * All modules under one root package: ours, or one that breaks every rule and so proves that the
 * rules can fail.
 */
record House(String root, JavaClasses classes) {
  private static final String ROOT = "org.optihal";
  private static final String BAD_ROOT = House.class.getPackageName() + ".bad";

  static final House REAL =
      new House(
          ROOT,
          new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages(ROOT));

  static final House BAD = new House(BAD_ROOT, new ClassFileImporter().importPackages(BAD_ROOT));

  String packageOf(Module module) {
    return root + "." + module.packageName;
  }

  Optional<Module> moduleOf(JavaClass c) {
    return Arrays.stream(Module.values()).filter(m -> isIn(packageOf(m), c)).findFirst();
  }

  /** The classes of a module; none is no error, for a module may be young. */
  JavaClasses of(Module module) {
    DescribedPredicate<JavaClass> inside =
        describe("in " + module.directory, c -> isIn(packageOf(module), c));
    return classes.that(inside);
  }

  static boolean isIn(String packageName, JavaClass c) {
    return c.getPackageName().equals(packageName)
        || c.getPackageName().startsWith(packageName + ".");
  }
}

package org.optihal.verify.architecture;

import static org.optihal.verify.architecture.Library.ASSERTJ;
import static org.optihal.verify.architecture.Library.JACKSON;
import static org.optihal.verify.architecture.Library.JNA;
import static org.optihal.verify.architecture.Library.JSERIALCOMM;
import static org.optihal.verify.architecture.Library.JUNIT;
import static org.optihal.verify.architecture.Library.LOGBACK;
import static org.optihal.verify.architecture.Library.PICOCLI;
import static org.optihal.verify.architecture.Library.SLF4J;
import static org.optihal.verify.architecture.Library.SNAKEYAML;

import java.util.ArrayList;
import java.util.List;

/** The modules, and what each may import; {@code docs/architecture.md} shows the same table. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
enum Module {
  HAL_API("hal-api", "hal", List.of()),
  PROTOCOLS("protocols", "protocols", List.of()),
  PHYSICS("physics", "physics", List.of()),
  CONFIG("config", "config", List.of(HAL_API), SNAKEYAML),
  LINUX("linux", "linux", List.of(), JNA),
  DRIVERS("drivers", "drivers", List.of(HAL_API, PROTOCOLS, LINUX), JSERIALCOMM, SLF4J),
  EMULATORS("emulators", "emulators", List.of(HAL_API, PROTOCOLS, PHYSICS, LINUX), SLF4J),
  TESTKIT("testkit", "testkit", List.of(HAL_API, CONFIG), JUNIT, ASSERTJ),
  NODE(
      "node",
      "node",
      List.of(HAL_API, CONFIG, PROTOCOLS, PHYSICS, LINUX, DRIVERS),
      PICOCLI,
      JACKSON,
      SLF4J,
      LOGBACK);

  final String directory;
  final String packageName;
  final List<Module> modules;
  final List<Library> libraries;

  Module(String directory, String packageName, List<Module> modules, Library... libraries) {
    this.directory = directory;
    this.packageName = packageName;
    this.modules = modules;
    this.libraries = List.of(libraries);
  }

  /** Whether other programs link against it: it leaves their standard output and logs alone. */
  boolean isLibrary() {
    return this != NODE && this != TESTKIT;
  }

  /** Its row in the table, as Markdown. */
  String row() {
    List<String> imports = new ArrayList<>();
    modules.forEach(m -> imports.add("`" + m.directory + "`"));
    libraries.forEach(l -> imports.add(l.title));
    return "| `"
        + directory
        + "` | "
        + (imports.isEmpty() ? "nothing" : String.join(", ", imports))
        + " |";
  }
}

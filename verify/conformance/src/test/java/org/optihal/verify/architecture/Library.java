package org.optihal.verify.architecture;

import java.util.List;

/** Other people's code that a module may import, by the packages it comes in. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
enum Library {
  SNAKEYAML("snakeyaml-engine", "org.snakeyaml.engine"),
  JNA("JNA", "com.sun.jna"),
  JSERIALCOMM("jSerialComm", "com.fazecast.jSerialComm"),
  SLF4J("slf4j", "org.slf4j"),
  JUNIT("JUnit", "org.junit", "org.opentest4j", "org.apiguardian"),
  ASSERTJ("AssertJ", "org.assertj"),
  PICOCLI("picocli", "picocli"),
  JACKSON("Jackson", "tools.jackson", "com.fasterxml.jackson.annotation"),
  LOGBACK("Logback", "ch.qos.logback");

  final String title;
  final List<String> packages;

  Library(String title, String... packages) {
    this.title = title;
    this.packages = List.of(packages);
  }
}

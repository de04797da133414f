package org.optihal.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.optihal.emulators.fault.BenchFaults;
import org.optihal.emulators.fault.FaultKind;
import org.optihal.emulators.fault.FaultStep;
import org.optihal.emulators.laser.ItlaEmulatorProvider;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.spi.OptionDeclaration;

/** The tables of docs/emulators.md are what the code declares. */
class EmulatorsPageTest {
  private static final String PAGE = "docs/emulators.md";

  private static List<String> page() throws IOException {
    String root = System.getProperty("project.root", "..");
    return Files.readAllLines(Path.of(root, PAGE));
  }

  @Test
  void everyFaultIsInTheTable() throws IOException {
    List<FaultKind> kinds = new ArrayList<>(BenchFaults.wireFaults());
    kinds.addAll(laser().faults());
    List<String> rows = kinds.stream().map(EmulatorsPageTest::row).toList();
    assertThat(page()).containsSequence(rows);
  }

  @Test
  void everyOptionIsInTheTable() throws IOException {
    List<String> rows =
        new BenchEmulationProvider().options("itla").stream().map(EmulatorsPageTest::row).toList();
    assertThat(page()).containsSequence(rows);
  }

  /** Someone will copy a row into a plan. */
  @Test
  void everyFaultCanBeWrittenAsTheTableShowsIt() {
    List<FaultKind> kinds = new ArrayList<>(BenchFaults.wireFaults());
    kinds.addAll(laser().faults());
    TestBench.run(
        t -> {
          for (FaultKind kind : kinds) {
            String step = "1s tx-laser " + kind.name() + " " + String.join(" ", defaults(kind));
            t.emulation().faults().plan(List.of(step));
            assertThat(FaultStep.parse(step).toString()).isEqualTo(step.strip());
          }
        });
  }

  private static EmulatedDevice laser() {
    DeviceEntry entry = DeviceEntry.of("x", "itla", java.util.Map.of());
    return new ItlaEmulatorProvider().create(entry, new SplittableRandom(1), 0);
  }

  private static String row(FaultKind kind) {
    String parameters =
        defaults(kind).stream().map(p -> "`" + p + "`").collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT, "| `%s` | %s | %s |", kind.name(), parameters, kind.sentence());
  }

  private static List<String> defaults(FaultKind kind) {
    return kind.parameters().stream()
        .map(p -> p.name() + "=" + fallback(p).replace(" ", ""))
        .toList();
  }

  private static String row(OptionDeclaration<?> option) {
    return String.format(
        Locale.ROOT, "| `%s` | %s | %s |", option.name(), fallback(option), option.sentence());
  }

  private static <T> String fallback(OptionDeclaration<T> option) {
    return option.type().format(option.fallback());
  }
}

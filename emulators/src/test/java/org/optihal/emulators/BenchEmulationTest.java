package org.optihal.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optihal.emulators.fault.FaultPlan;
import org.optihal.hal.bench.Bench;
import org.optihal.hal.bench.DeviceEntry;
import org.optihal.hal.clock.VirtualClock;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.link.DeviceUrl;
import org.optihal.hal.spi.EmulationProvider;
import org.optihal.hal.spi.OptionDeclaration;
import org.optihal.protocols.itla.ItlaRegister;

/** A bench of emulators: its make-up, its seeds, its truth. */
class BenchEmulationTest {
  @Test
  void theLoaderFindsTheProvider() {
    assertThat(
            StreamSupport.stream(ServiceLoader.load(EmulationProvider.class).spliterator(), false))
        .hasSize(1)
        .hasOnlyElementsOfType(BenchEmulationProvider.class);
  }

  @Test
  void linksLeadToTheEmulatorsAndKeepTheirParameters() {
    DeviceEntry entry =
        DeviceEntry.of(
            "tx-laser",
            "itla",
            Map.of("main", DeviceUrl.parse("serial:///dev/ttyUSB0?baud=115200&dtr=off")));
    Bench bench = new Bench("n", Map.of("tx-laser", entry), Map.of(), List.of());
    TestBench.run(
        new VirtualClock(),
        bench,
        1,
        t -> {
          DeviceEntry emulated = t.emulation().bench().device("tx-laser").orElseThrow();
          assertThat(emulated.links())
              .containsOnly(
                  Map.entry("main", DeviceUrl.parse("memory:tx-laser/main?baud=115200&dtr=off")));
        });
  }

  @Test
  void theSameSeedGivesTheSameBytesAtTheSameTimes() {
    TestBench first = TestBench.run(Map.of(), 42, BenchEmulationTest::work);
    TestBench second = TestBench.run(Map.of(), 42, BenchEmulationTest::work);
    assertThat(second.trace()).isEqualTo(first.trace());
    assertThat(first.trace()).hasSizeGreaterThan(500);
  }

  @Test
  void anotherSeedGivesOtherNoiseAndOtherTimes() {
    TestBench first = TestBench.run(Map.of(), 42, BenchEmulationTest::work);
    TestBench second = TestBench.run(Map.of(), 43, BenchEmulationTest::work);
    assertThat(second.trace()).isNotEqualTo(first.trace());
  }

  @Test
  void aDeviceDoesNotChangeWhenAnotherIsAdded() {
    TestBench alone = TestBench.run(Map.of(), 42, BenchEmulationTest::work);
    TestBench beside =
        TestBench.run(
            new VirtualClock(),
            TestBench.bench(Map.of(), "lo", "tx-laser", "another"),
            42,
            BenchEmulationTest::work);
    assertThat(beside.trace()).isEqualTo(alone.trace());
  }

  @Test
  void lookingAtTheTruthChangesNothing() {
    TestBench unseen = TestBench.run(Map.of(), 42, BenchEmulationTest::work);
    TestBench seen =
        TestBench.run(
            Map.of(),
            42,
            t -> {
              t.clock()
                  .spawn(
                      "onlooker",
                      () -> {
                        while (true) {
                          t.watts();
                          t.emulation().truth().state("tx-laser");
                          t.sleep(7);
                        }
                      });
              work(t);
            });
    assertThat(seen.trace()).isEqualTo(unseen.trace());
  }

  @Test
  void randomPlansNeverBreakTheEmulatorAndTheLineRecovers() {
    for (long seed = 0; seed < 300; seed++) {
      List<String> plan =
          FaultPlan.random(seed, List.of("tx-laser"), Duration.ofSeconds(2), 15).lines();
      TestBench.run(
          Map.of(),
          seed,
          t -> {
            t.emulation().faults().plan(plan);
            while (t.clock().nanos() < 5_000_000_000L) {
              try {
                t.exchange("00 00 00 00");
              } catch (HalException e) {
                t.sleep(50);
                tryToOpen(t);
              }
            }
            String seen = "";
            for (int i = 0; i < 50 && !seen.equals("54 00 00 10"); i++) {
              t.receive(1_000); // faults that wait for bytes are still about
              seen = t.exchange("00");
            }
            assertThat(seen).as("after the plan %s", plan).isEqualTo("54 00 00 10");
          });
    }
  }

  private static void tryToOpen(TestBench t) {
    try {
      t.open("baud=9600");
    } catch (HalException e) {
      assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND);
    }
  }

  private static void work(TestBench t) {
    t.write(ItlaRegister.PWR, 1_000);
    t.write(ItlaRegister.RES_ENA, 8);
    t.settle();
    for (int i = 0; i < 50; i++) {
      t.value(ItlaRegister.OOP);
      t.value(ItlaRegister.LF1);
      t.value(ItlaRegister.LF3);
      t.read(ItlaRegister.TEMPS);
      t.value(ItlaRegister.AEA_EAR);
    }
  }

  @Test
  void aDriverWithoutEmulatorIsRefusedByName() {
    Bench bench =
        new Bench(
            "n", Map.of("x", DeviceEntry.of("x", "telepathy", Map.of())), Map.of(), List.of());
    refuses(bench, "x", "telepathy", "itla");
  }

  @ParameterizedTest
  @CsvSource({
    "version, 1.4, 1.3",
    "profile, odd, pure-photonics",
    "baud, 31250, 115200",
    "latency, -1 s, latency",
    "latency, 5, latency",
    "dtr-wiring, sideways, disable",
    "serial-number, grün, printable",
    "baud-check, maybe, on",
  })
  void wrongOptionsAreRefusedWithWhatIsRight(String option, String value, String says) {
    refuses(TestBench.bench(Map.of(option, value), "tx-laser"), "tx-laser", option, says);
  }

  @Test
  void anEmulatorDeclaresWhatItCanBeTold() {
    assertThat(new BenchEmulationProvider().options("itla"))
        .extracting(OptionDeclaration::name)
        .contains("version", "profile", "latency");
    assertThat(new BenchEmulationProvider().options("telepathy")).isEmpty();
  }

  @Test
  void aLinkThatTheEmulatorDoesNotHaveIsRefused() {
    Map<String, DeviceUrl> links = new LinkedHashMap<>();
    links.put("trigger", DeviceUrl.parse("serial:///dev/ttyUSB0"));
    DeviceEntry entry = DeviceEntry.of("tx-laser", "itla", links);
    refuses(
        new Bench("n", Map.of("tx-laser", entry), Map.of(), List.of()),
        "tx-laser",
        "trigger",
        "main");
  }

  private static void refuses(Bench bench, String... says) {
    assertThatThrownBy(() -> TestBench.run(new VirtualClock(), bench, 1, t -> t.sleep(1)))
        .isInstanceOfSatisfying(
            HalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
        .hasMessageContainingAll(says);
  }

  @Test
  void truthKnowsWhatThereIsAndNamesItOtherwise() {
    TestBench.run(
        t -> {
          assertThat(t.emulation().truth().damage()).isEmpty();
          assertThatThrownBy(() -> t.emulation().truth().light("lo/out"))
              .hasMessageContaining("tx-laser/out");
          assertThatThrownBy(() -> t.emulation().truth().state("lo"))
              .hasMessageContaining("tx-laser");
          assertThatThrownBy(() -> t.emulation().truth().isDark("lo"))
              .hasMessageContaining("tx-laser");
        });
  }

  @Test
  void virtualTimeCannotBeServed() {
    TestBench.run(
        t ->
            assertThatThrownBy(() -> t.emulation().serve(Optional.empty(), false))
                .hasMessageContaining("virtual time"));
  }
}

package org.optihal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.optihal.hal.Hal;
import org.optihal.hal.clock.Deadline;
import org.optihal.hal.clock.HalClock;
import org.optihal.hal.device.Device;
import org.optihal.hal.laser.Laser;
import org.optihal.hal.spi.Emulation;
import org.optihal.hal.spi.Faults;

/** Runs samples that fail on purpose; they are nested so that nothing else runs them. */
class BenchFailureTest {
  static class Samples {
    @Bench(value = "/one-laser.yaml", seed = 7)
    static class Failing {
      @Test
      void asserts(Emulation emulation) {
        assertThat(emulation.seed()).isEqualTo(-1);
      }

      @Test
      void pollThrows(Hal hal, HalClock clock) {
        hal.scheduler()
            .once(
                Duration.ofMillis(1),
                () -> {
                  throw new IllegalStateException("bug in a driver");
                });
        clock.sleep(Duration.ofSeconds(1));
      }

      @Test
      void damages(Faults faults) {
        faults.now("tx-laser damage");
      }

      @Test
      void waitsForNothing(HalClock clock) {
        clock.signal("nobody").await(Deadline.FOREVER);
      }
    }

    @Bench("two-lasers.yaml")
    static class Unclear {
      @Test
      void device(Device device) {}

      @Test
      void facet(Laser laser) {}

      @Test
      void unknown(@Named("rx-laser") Laser laser) {}

      @Test
      void unit(@Named("tx-laser/voa") Laser laser) {}
    }

    @Bench("one-laser.yaml")
    static class TooEarly {
      @BeforeEach
      void before(Hal hal) {}

      @Test
      void test() {}
    }

    @Bench("no-such-file.yaml")
    static class NoFile {
      @Test
      void test(Hal hal) {}
    }

    @Bench(value = "one-laser.yaml", set = "tx-laser.colour=red")
    static class WrongOption {
      @Test
      void test(Hal hal) {}
    }
  }

  private record Run(TestExecutionResult result, Map<String, String> reports, String stderr) {
    Throwable failure() {
      return result.getThrowable().orElseThrow();
    }
  }

  private static Run run(Class<?> type, String method) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectMethod(type, findMethod(type, method)))
            .build();
    Map<String, String> reports = new HashMap<>();
    TestExecutionResult[] result = new TestExecutionResult[1];
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      LauncherFactory.create()
          .execute(
              request,
              new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier id, TestExecutionResult r) {
                  if (id.isTest()) {
                    result[0] = r;
                  }
                }

                @Override
                public void reportingEntryPublished(TestIdentifier id, ReportEntry entry) {
                  reports.putAll(entry.getKeyValuePairs());
                }
              });
    } finally {
      System.setErr(before);
    }
    return new Run(result[0], reports, bytes.toString(StandardCharsets.UTF_8));
  }

  private static java.lang.reflect.Method findMethod(Class<?> type, String name) {
    for (java.lang.reflect.Method m : type.getDeclaredMethods()) {
      if (m.getName().equals(name)) {
        return m;
      }
    }
    throw new IllegalArgumentException(type + " has no " + name);
  }

  @Test
  void aFailureTellsItsSeed() {
    Run run = run(Samples.Failing.class, "asserts");
    long seed = Seed.or(7);
    assertThat(run.failure()).isInstanceOf(AssertionError.class).hasMessageContaining("" + seed);
    assertThat(run.failure().getSuppressed())
        .anySatisfy(s -> assertThat(s).hasMessage("seed " + seed + ": replay with -Dseed=" + seed));
    assertThat(run.reports()).containsEntry("seed", "" + seed);
    assertThat(run.stderr()).contains("seed " + seed + ": replay with -Dseed=" + seed);
  }

  @Test
  void theCommandLineGivesTheSeed() {
    String before = System.getProperty("seed");
    System.setProperty("seed", "4711");
    try {
      assertThat(run(Samples.Failing.class, "asserts").failure()).hasMessageContaining("4711");
    } finally {
      if (before == null) {
        System.clearProperty("seed");
      } else {
        System.setProperty("seed", before);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pollThrows | bug in a driver",
        "damages | something was damaged: tx-laser is broken",
        "waitsForNothing | waits for nobody",
      })
  void whatATestDoesNotSeeFailsItToo(String method, String why) {
    assertThat(run(Samples.Failing.class, method).failure()).hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "device | @Named(\"tx-laser\") or @Named(\"lo-laser\")",
        "facet | @Named(\"tx-laser\") or @Named(\"lo-laser\")",
        "unknown | there is no device 'rx-laser'",
        "unit | there is no Laser 'tx-laser/voa'",
      })
  void unclearParametersSayWhatToWrite(String method, String why) {
    assertThat(run(Samples.Unclear.class, method).failure()).hasMessageContaining(why);
  }

  @Test
  void aBenchExistsOnlyWithinATest() {
    assertThat(run(Samples.TooEarly.class, "test").failure())
        .hasStackTraceContaining("take it in the test method");
  }

  @Test
  void aBenchFileThatIsMissingOrWrongIsNamed() {
    assertThat(run(Samples.NoFile.class, "test").failure())
        .hasMessageContaining("no-such-file.yaml");
    assertThat(run(Samples.WrongOption.class, "test").failure()).hasMessageContaining("colour");
  }
}

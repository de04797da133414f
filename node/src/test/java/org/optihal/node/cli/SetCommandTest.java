package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Setting tells what became of it, leaves it there, and makes no light by accident. */
final class SetCommandTest {
  @BeforeEach
  void forget() {
    FakeLaser.DIARY.clear();
  }

  @Test
  void whatWasAskedProgrammedAndConfirmedIsTold() {
    CliRun run = CliRun.fake("set", "fake:ok", "frequency", "193.2 THz");
    assertThat(run.code()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "device.frequency",
            "  requested    193.200000 THz",
            "  programmed   193.200000 THz",
            "  confirmed    193.200000 THz (measured)",
            "  disturbance  dark-during",
            "  reached      settled");
  }

  @Test
  void whatWasSetStays() {
    CliRun.fake("set", "fake:ok", "frequency", "193.2 THz");
    assertThat(FakeLaser.DIARY)
        .containsExactly(
            "device connect CONTROL",
            "apply device.frequency = 193.200000 THz",
            "device close HOLD");
  }

  @Test
  void theResultIsOneObject() {
    CliRun run = CliRun.fake("set", "fake:ok", "--json", "frequency", "193.2", "THz");
    JsonNode o = new JsonMapper().readTree(run.out());
    assertThat(o.get("requested").asLong()).isEqualTo(193_200_000_000_000L);
    assertThat(o.get("programmed").asLong()).isEqualTo(193_200_000_000_000L);
    assertThat(o.get("confirmation").get("quality").asString()).isEqualTo("good");
    assertThat(o.get("disturbance").asString()).isEqualTo("dark-during");
    assertThat(o.get("reached").asString()).isEqualTo("settled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-10 dBm", "-10dBm", "-.5 dBm", "\u221210 dBm"})
  void aNegativeValueIsAValue(String value) {
    CliRun run = CliRun.fake("set", "fake:ok", "power", value);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(FakeLaser.DIARY.get(1)).startsWith("apply device.power = -");
  }

  @Test
  void aNegativeValueNeedsNoQuotes() {
    CliRun run = CliRun.fake("set", "fake:ok", "power", "-10", "dBm", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(FakeLaser.DIARY).contains("apply device.power = -10.00 dBm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"193.1", "193.1 dBm", "193,1 THz", "fast"})
  void aWrongValueNeverReachesTheDevice(String value) {
    CliRun run = CliRun.fake("set", "fake:ok", "frequency", value);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("is not a frequency", "193.1 THz");
    assertThat(FakeLaser.DIARY).isEmpty();
  }

  @Test
  void aValueOutOfRangeIsRefused() {
    CliRun run = CliRun.fake("set", "fake:ok", "frequency", "200 THz");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("191.500000 THz to 196.250000 THz");
    assertThat(FakeLaser.DIARY).noneMatch(d -> d.startsWith("apply"));
  }

  @Test
  void whatCanMakeLightNeedsAReason() {
    for (String[] more : new String[][] {{}, {"--unguarded", " "}}) {
      CliRun run =
          more.length == 0
              ? CliRun.fake("set", "fake:ok", "enabled", "on")
              : CliRun.fake("set", "fake:ok", "enabled", "on", more[0], more[1]);
      assertThat(run.code()).isEqualTo(6);
      assertThat(run.errLines()).hasSize(1);
      assertThat(run.err())
          .contains("device.enabled = on", "not yet checked", "[fake:ok]", "--unguarded");
    }
    assertThat(FakeLaser.DIARY).noneMatch(d -> d.startsWith("apply"));
  }

  @Test
  void whatEndsLightNeedsNone() {
    assertThat(CliRun.fake("set", "fake:ok", "enabled", "off").code()).isZero();
  }

  @Test
  void theReasonIsLogged() {
    Logger logger = (Logger) LoggerFactory.getLogger(LightCheck.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      CliRun run = CliRun.fake("set", "fake:ok", "enabled", "on", "--unguarded", "fibre capped");
      assertThat(run.code()).as(run.err()).isZero();
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "device=device link=fake:ok device.enabled was set without a guard, reason given: fibre"
                + " capped");
  }

  @Test
  void anOperationThatDoesNotEndIsATimeout() {
    CliRun run = CliRun.fake("set", "fake:slow", "--timeout", "0s", "frequency", "193.2 THz");
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("still running", "may have acted");
  }

  @Test
  void acceptanceAloneCanBeEnough() {
    CliRun run =
        CliRun.fake("set", "fake:slow", "--until", "accepted", "frequency", "193.2 THz", "--json");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"reached\":\"accepted\"");
  }

  @Test
  void aSensorCannotBeSet() {
    CliRun run = CliRun.fake("set", "fake:ok", "outputPower", "1 mW");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("cannot be set", "optihal get device.outputPower");
    assertThat(FakeLaser.DIARY).isEmpty();
  }

  @Test
  void anActRunsOnce() {
    CliRun run = CliRun.fake("act", "fake:ok", "clearAlarms");
    assertThat(run).isEqualTo(new CliRun(0, "device.clearAlarms settled\n", ""));
    assertThat(FakeLaser.DIARY).containsOnlyOnce("run device.clearAlarms");
  }

  @Test
  void anActThatCanMakeLightNeedsAReason() {
    assertThat(CliRun.fake("act", "fake:ok", "flash").code()).isEqualTo(6);
    assertThat(FakeLaser.DIARY).noneMatch(d -> d.startsWith("run"));
  }
}

package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optihal.hal.error.Kind;
import org.optihal.hal.point.ValueType;

/** Every kind of failure has its exit code, one line for people, and an object for machines. */
final class ExitCodeTest {
  private static final Map<Kind, Integer> EXPECTED = new EnumMap<>(Kind.class);

  static {
    for (Kind k : Kind.values()) {
      EXPECTED.put(k, 1);
    }
    EXPECTED.put(Kind.CONFIGURATION, 3);
    EXPECTED.put(Kind.NOT_FOUND, 4);
    EXPECTED.put(Kind.NO_PERMISSION, 4);
    EXPECTED.put(Kind.IN_USE, 4);
    EXPECTED.put(Kind.BUSY, 4);
    EXPECTED.put(Kind.DISCONNECTED, 5);
    EXPECTED.put(Kind.TIMEOUT, 5);
    EXPECTED.put(Kind.INTERLOCKED, 6);
    EXPECTED.put(Kind.CANCELLED, 130);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aKindOfFailureHasItsExitCodeAndOneLine(Kind kind) {
    CliRun run = CliRun.fake("get", "fake:" + ValueType.word(kind));
    assertThat(run.code()).isEqualTo(EXPECTED.get(kind));
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly(
            "optihal: device: staged failure [fake:" + ValueType.word(kind) + "]: do what helps");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aFailureIsAnObjectToo(Kind kind) {
    CliRun run =
        CliRun.fake("set", "fake:" + ValueType.word(kind), "frequency", "193.1THz", "--json");
    assertThat(run.code()).isEqualTo(EXPECTED.get(kind));
    assertThat(run.outLines())
        .containsExactly(
            "{\"error\":{\"kind\":\"KIND\",\"outcome\":\"not-sent\",\"device\":\"device\","
                    .replace("KIND", ValueType.word(kind))
                + "\"link\":\"fake:KIND\",\"message\":\"staged failure\",\"deviceCode\":null,"
                    .replace("KIND", ValueType.word(kind))
                + "\"deviceText\":null,\"bytes\":null,\"advice\":\"do what helps\"}}");
    assertThat(run.errLines()).hasSize(1);
  }

  @Test
  void aMistakeOfOursIsOneLineToo() {
    CliRun run = CliRun.fake("get", "fake:bug");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errLines())
        .containsExactly(
            "optihal: java.lang.IllegalStateException: a mistake in a driver: this is a bug; run"
                + " with OPTIHAL_DEBUG=1 for the stack");
  }
}

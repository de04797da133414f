package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** JSON is one line, in the order given, without what JSON does not have. */
final class JsonTest {
  @Test
  void keysKeepTheirOrder() {
    assertThat(Json.line(Json.object("b", 1L, "a", List.of("x", true), "c", Json.object())))
        .isEqualTo("{\"b\":1,\"a\":[\"x\",true],\"c\":{}}");
  }

  @Test
  void whatIsNotFiniteIsNull() {
    assertThat(Json.line(Json.object("a", Double.NaN, "b", Double.NEGATIVE_INFINITY, "c", null)))
        .isEqualTo("{\"a\":null,\"b\":null,\"c\":null}");
  }

  @Test
  void aTextCannotBreakTheLine() {
    assertThat(Json.line(Json.object("a", "x\ny\u001b\"\u2028"))).hasLineCount(1).contains("\\n");
  }
}

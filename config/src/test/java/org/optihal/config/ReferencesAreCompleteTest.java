package org.optihal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optihal.hal.bench.ElementKind;
import org.optihal.hal.bench.ElementKinds;
import org.optihal.hal.bench.MeterKinds;
import org.optihal.hal.point.ValueType;

/** A parameter without a form of its own names something, and somebody checks what. */
class ReferencesAreCompleteTest {
  static Stream<ElementKind> kinds() {
    return Stream.concat(ElementKinds.all().values().stream(), MeterKinds.all().values().stream());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyNameOfAnotherPartIsChecked(ElementKind kind) {
    assertThat(kind.parameters().values())
        .allSatisfy(
            parameter ->
                assertThat(References.isReference(parameter))
                    .as(parameter.name())
                    .isEqualTo(parameter.type() == ValueType.TEXT));
  }
}

package org.optihal.hal.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.Address;

/** What holds for every kind of element and meter. */
class KindsAreCompleteTest {
  static Stream<ElementKind> elements() {
    return ElementKinds.all().values().stream();
  }

  static Stream<ElementKind> all() {
    return Stream.concat(elements(), MeterKinds.all().values().stream());
  }

  /** One of a kind that says everything as in the examples. */
  private static Element example(ElementKind kind) {
    Map<String, String> texts = new HashMap<>();
    kind.parameters().values().forEach(p -> texts.put(p.name(), p.example()));
    return new Element("x", kind.name(), texts, "bench.yaml:4:3");
  }

  @ParameterizedTest
  @MethodSource("all")
  void namesAreIdsAndSentencesAreSentences(ElementKind kind) {
    assertThat(kind.name()).matches(Address::isId);
    assertThat(kind.sentence()).matches("\\p{Lu}.*\\.").doesNotContain("\n", "|");
    assertThat(kind.keys()).startsWith("kind").doesNotHaveDuplicates();
    for (ElementParameter<?> parameter : kind.parameters().values()) {
      assertThat(parameter.name()).matches(Address::isId).isNotEqualTo("kind");
      assertThat(parameter.sentence())
          .as(parameter.name())
          .matches("\\p{Lu}.*\\.")
          .doesNotContain("\n", "|");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void examplesAreReadAndDefaultsReadBack(ElementKind kind) {
    Element element = example(kind);
    kind.parameters().values().forEach(p -> checkTexts(p, element));
  }

  private static <T> void checkTexts(ElementParameter<T> parameter, Element element) {
    assertThat(parameter.of(element))
        .as(parameter.name())
        .isEqualTo(parameter.parse(parameter.example()));
    T fallback = parameter.fallback();
    Element silent = new Element("x", element.kind(), Map.of(), "bench.yaml:4:3");
    if (fallback == null) {
      assertThat(parameter.isRequired()).as(parameter.name()).isEqualTo(!parameter.optional());
      assertThat(parameter.find(silent)).as(parameter.name()).isEmpty();
      assertThatThrownBy(() -> parameter.of(silent))
          .hasMessage(
              element + " needs '" + parameter.name() + "': for example " + parameter.example());
    } else {
      assertThat(parameter.isRequired()).as(parameter.name()).isFalse();
      assertThat(parameter.optional()).as("%s has a default", parameter.name()).isFalse();
      assertThat(parameter.of(silent)).as(parameter.name()).isEqualTo(fallback);
      assertThat(parameter.parse(parameter.type().format(fallback)))
          .as(parameter.name())
          .isEqualTo(fallback);
    }
  }

  @ParameterizedTest
  @MethodSource("elements")
  void portsAreIdsAndTheMainPathIsAmongThem(ElementKind kind) {
    assertThat(kind.ports(example(kind)))
        .doesNotHaveDuplicates()
        .allSatisfy(port -> assertThat(port).matches(Address::isId));
    kind.through()
        .ifPresent(
            path -> assertThat(kind.ports(example(kind))).startsWith(path.from(), path.to()));
    assertThat(kind.portForm()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fibre            | a b
          coupler          | in through tap in2
          circulator       | p1 p2 p3
          mux              | common quantum data
          wss              | common drop express
          multi-core-fibre | a1 a2 a3 a4 b1 b2 b3 b4
          switch           | in1 in2 in3 in4 out1 out2 out3 out4
          clock            | ''
          """)
  void portsAreThoseOfTheParameters(String kind, String ports) {
    assertThat(
            String.join(
                " ",
                ElementKinds.named(kind)
                    .orElseThrow()
                    .ports(example(ElementKinds.named(kind).orElseThrow()))))
        .isEqualTo(ports);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          multi-core-fibre | cores  | 1                    | multi-core-fibre x (bench.yaml:4:3), cores: a fibre has 2 to 32, not 1
          multi-core-fibre | cores  | 33                   | multi-core-fibre x (bench.yaml:4:3), cores: a fibre has 2 to 32, not 33
          switch           | inputs | 9223372036854775807  | switch x (bench.yaml:4:3), inputs: there are 1 to 384, not 9223372036854775807
          switch           | outputs | -1                  | switch x (bench.yaml:4:3), outputs: there are 1 to 384, not -1
          switch           | inputs | many                 | switch x (bench.yaml:4:3), inputs: 'many' is not a whole number: for example 4
          """)
  void aWrongCountIsToldWithTheElement(String name, String key, String value, String message) {
    ElementKind kind = ElementKinds.named(name).orElseThrow();
    assertThatThrownBy(() -> kind.ports(example(kind).with(key, value)))
        .isInstanceOf(HalException.class)
        .hasMessage(message);
  }

  @Test
  void noTwoKindsShareAName() {
    assertThat(new HashSet<>(elements().map(ElementKind::name).toList()))
        .hasSize(ElementKinds.all().size());
    assertThat(ElementKinds.all()).containsOnlyKeys(elements().map(ElementKind::name).toList());
    assertThat(ElementKinds.named("prism")).isEmpty();
  }
}

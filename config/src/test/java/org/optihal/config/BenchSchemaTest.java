package org.optihal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.optihal.hal.Drivers;
import org.optihal.hal.bench.ElementKinds;
import org.optihal.hal.bench.MeterKinds;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class BenchSchemaTest {
  private static final String SCHEMA = BenchSchema.write(FakeDriver.drivers());

  /** JSON is YAML, so the YAML parser tells whether the text is well formed. */
  private static Object at(String... path) {
    Object value =
        new Load(LoadSettings.builder().setCodePointLimit(1 << 22).build()).loadFromString(SCHEMA);
    for (String key : path) {
      Object child = value instanceof Map<?, ?> map ? map.get(key) : null;
      value = Objects.requireNonNull(child, "nothing under " + key);
    }
    return value;
  }

  @Test
  void everyOptionOfEveryDriverIsExplained() {
    FakeDriver.drivers()
        .all()
        .forEach(
            driver ->
                driver
                    .options()
                    .forEach(
                        option -> {
                          String[] path = {
                            "$defs",
                            "driver-" + driver.code(),
                            "properties",
                            "options",
                            "properties",
                            option.name()
                          };
                          Object schema = at(path);
                          assertThat(schema).isInstanceOf(Map.class);
                          assertThat(((Map<?, ?>) schema).get("description"))
                              .isEqualTo(option.sentence());
                          assertThat(((Map<?, ?>) schema).get("default")).isNotNull();
                        }));
  }

  @Test
  void wordsAndDefaultsAreThoseOfTheDeclaration() {
    assertThat(at("$defs", "driver-itla", "properties", "options", "properties", "dither"))
        .isEqualTo(
            Map.of(
                "description",
                "Mode of the \"tuner\".",
                "default",
                "off",
                "enum",
                List.of("off", "low-noise")));
    assertThat(
            at("$defs", "driver-itla", "properties", "links", "properties", "main", "description"))
        .isEqualTo("URL of a link that carries bytes; default baud=9600.");
    assertThat(at("$defs", "driver-ttl-spad", "required")).isEqualTo(List.of("driver", "uses"));
    assertThat(at("properties", "devices", "additionalProperties", "properties", "driver", "enum"))
        .isEqualTo(List.of("itla", "tdc1", "ttl-spad", "voa"));
  }

  @Test
  void elementsAndMetersAreThoseThatAreDeclared() {
    assertThat(at("$defs", "element-fibre", "required")).isEqualTo(List.of("kind", "length"));
    assertThat(at("$defs", "element-fibre", "properties", "model"))
        .isEqualTo(
            Map.of(
                "description",
                "Type of the fibre.",
                "default",
                "smf28",
                "enum",
                List.of("smf28", "g654e")));
    assertThat(at("$defs", "meter-loss", "required")).isEqualTo(List.of("kind", "source", "at"));
    assertThat(at("properties", "experiment", "required"))
        .isEqualTo(List.of("title", "publication", "duration", "sample"));
    assertThat(at("properties", "experiment", "properties"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsOnlyKeys(ExperimentReader.KEYS.toArray());
    assertThat(at("properties", "experiment", "properties", "figures", "items", "properties"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsOnlyKeys(FigureReader.KEYS.toArray());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Object definitions = at("$defs");
    assertThat(definitions).isInstanceOf(Map.class);
    Matcher references = Pattern.compile("\"#/\\$defs/([^\"]+)\"").matcher(SCHEMA);
    int count = 0;
    while (references.find()) {
      assertThat(((Map<?, ?>) definitions).containsKey(references.group(1))).isTrue();
      count++;
    }
    assertThat(count).isEqualTo(4 + ElementKinds.all().size() + MeterKinds.all().size());
  }

  @Test
  void theTextDependsOnTheDriversOnly() {
    assertThat(BenchSchema.write(FakeDriver.drivers())).isEqualTo(SCHEMA);
    assertThat(BenchSchema.write(Drivers.of(List.of()))).doesNotContain("itla").endsWith("}\n");
  }
}

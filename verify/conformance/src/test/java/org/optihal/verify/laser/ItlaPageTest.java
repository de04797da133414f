package org.optihal.verify.laser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.optihal.hal.Drivers;
import org.optihal.hal.spi.OptionDeclaration;

/** The fact sheet's option table is what the driver declares. */
class ItlaPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("project.root", "."), "docs", "devices", "itla.md");

  @Test
  void listsEachOptionWithItsDefault() throws IOException {
    String page = Files.readString(PAGE);
    for (OptionDeclaration<?> option : Drivers.installed().named("itla").options()) {
      assertThat(page).contains(row(option));
    }
  }

  private static <T> String row(OptionDeclaration<T> option) {
    return "| `" + option.name() + "` | " + option.type().format(option.fallback()) + " | ";
  }
}

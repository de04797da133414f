package org.optihal.hal.spi;

import java.util.Map;
import org.optihal.hal.link.LinkKind;

/**
 * A link that a driver needs.
 *
 * @param name {@code main} when there is one only
 * @param kind which of the four kinds
 * @param defaults URL parameters where the URL names none, such as {@code baud=9600}
 */
public record LinkDeclaration(String name, LinkKind kind, Map<String, String> defaults) {
  public LinkDeclaration {
    defaults = Map.copyOf(defaults);
  }
}

package org.optihal.emulators.fault;

import java.util.List;
import org.optihal.hal.spi.OptionDeclaration;

/**
 * A fault that a plan can name; its declaration is its documentation.
 *
 * @param name lower case with hyphens
 * @param parameters all of them optional
 * @param sentence what goes wrong
 */
public record FaultKind(String name, List<OptionDeclaration<?>> parameters, String sentence) {
  public FaultKind {
    parameters = List.copyOf(parameters);
  }
}

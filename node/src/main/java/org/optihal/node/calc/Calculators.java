package org.optihal.node.calc;

import java.util.List;
import java.util.stream.Stream;

/** The table. */
public final class Calculators {
  private static final List<Calculator> ALL =
      Stream.of(
              LightTable.ALL,
              FibreTable.ALL,
              DetectorTable.ALL,
              KeyRateTable.ALL,
              FiniteKeyTable.ALL)
          .flatMap(List::stream)
          .toList();

  private Calculators() {}

  /** All calculators, in the order of the help. */
  public static List<Calculator> all() {
    return ALL;
  }
}

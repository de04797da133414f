package org.optihal.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Columns line up, whatever their characters. */
final class TableTest {
  @Test
  void columnsLineUp() {
    Table table = new Table("A", "LONGER", "B");
    table.row("µW 𝜇", "x", "1").row("y", "", "2");
    assertThat(table.lines())
        .containsExactly("A     LONGER  B", "µW 𝜇  x       1", "y             2");
  }
}

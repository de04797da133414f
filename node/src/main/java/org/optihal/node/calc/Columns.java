package org.optihal.node.calc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Left-aligned columns, two blanks apart; rows may end early. */
final class Columns {
  private final List<List<String>> rows = new ArrayList<>();

  void row(String... cells) {
    rows.add(Arrays.asList(cells));
  }

  List<String> lines() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = row.get(i).length();
        if (i == widths.size()) {
          widths.add(width);
        }
        widths.set(i, Math.max(widths.get(i), width));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).append(" ".repeat(widths.get(i) - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}

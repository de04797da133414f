package org.optihal.node.report;

import java.util.List;

/** Markup in which every text is escaped. */
final class Html {
  private final StringBuilder markup = new StringBuilder();

  /** As it is: must be well formed. */
  Html raw(String text) {
    markup.append(text);
    return this;
  }

  Html text(String words) {
    markup.append(escape(words));
    return this;
  }

  /** An element that holds a text. */
  Html element(String tag, String words) {
    return raw("<" + tag + ">").text(words).raw("</" + name(tag) + ">");
  }

  /** A table that a narrow screen moves sideways; numbers are in the columns from {@code first}. */
  Html table(List<String> header, List<List<String>> rows, int firstNumber) {
    raw("<div class=\"wide\"><table><thead><tr>");
    for (int i = 0; i < header.size(); i++) {
      element(i >= firstNumber ? "th class=\"n\"" : "th", header.get(i));
    }
    raw("</tr></thead><tbody>");
    for (List<String> row : rows) {
      raw("<tr>");
      for (int i = 0; i < row.size(); i++) {
        element(i >= firstNumber ? "td class=\"n\"" : "td", row.get(i));
      }
      raw("</tr>");
    }
    return raw("</tbody></table></div>\n");
  }

  private static String name(String tag) {
    int end = tag.indexOf(' ');
    return end < 0 ? tag : tag.substring(0, end);
  }

  static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return markup.toString();
  }
}

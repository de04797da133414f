package org.optihal.node.plot;

/** Text of an SVG image, with coordinates to a tenth of a unit. */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  /** As it is: must be well formed. */
  Svg raw(String markup) {
    text.append(markup);
    return this;
  }

  Svg number(double value) {
    text.append(coordinate(value));
    return this;
  }

  /** Text between tags or in an attribute. */
  Svg escaped(String words) {
    text.append(escape(words));
    return this;
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    text.append("<path class=\"").append(style).append("\" d=\"M");
    return number(x1).raw(" ").number(y1).raw("L").number(x2).raw(" ").number(y2).raw("\"/>");
  }

  Svg label(String style, double x, double y, String words) {
    text.append("<text class=\"").append(style).append("\" x=\"");
    return number(x).raw("\" y=\"").number(y).raw("\">").escaped(words).raw("</text>");
  }

  /** One decimal place; the same digits on every machine and in every locale. */
  static String coordinate(double value) {
    long tenths = Math.round(value * 10);
    long whole = Math.abs(tenths) / 10;
    long rest = Math.abs(tenths) % 10;
    return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
  }

  static String escape(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

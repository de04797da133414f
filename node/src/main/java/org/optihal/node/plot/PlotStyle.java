package org.optihal.node.plot;

/** Colors of plots. A page with several plots states them once. */
public final class PlotStyle {
  /** Series with another color and dash; the next ones begin again. */
  static final int SERIES = 10;

  private static final String[] LIGHT = {
    "#0b62a4", "#c2410c", "#15803d", "#9d174d", "#7c3aed", "#0f766e", "#a16207", "#475569",
    "#b91c1c", "#4d7c0f"
  };
  private static final String[] DARK = {
    "#6cb6ff", "#fb923c", "#4ade80", "#f472b6", "#b69cff", "#2dd4bf", "#facc15", "#a8b3c4",
    "#f87171", "#a3e635"
  };

  /** Colors alone would not tell the series apart for everybody, nor on paper. */
  private static final String[] DASHES = {
    "none", "7 3", "2 3", "9 3 2 3", "none", "7 3", "2 3", "9 3 2 3", "4 2", "12 4"
  };

  private PlotStyle() {}

  /** Style rules for plots, light or dark as the reader's system is. */
  public static String css() {
    StringBuilder css =
        new StringBuilder(
            """
            .plot{--ink:#1c2733;--faint:#e3e8ee;--quiet:#5b6876;--paper:#fff}
            .plot text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--quiet)}
            .plot .title{font-size:13px;font-weight:600;fill:var(--ink)}
            .plot .right{text-anchor:end}.plot .middle{text-anchor:middle}
            .plot .grid{stroke:var(--faint);fill:none}
            .plot .axis{stroke:var(--quiet);fill:none}
            .plot .mark{stroke:var(--quiet);stroke-dasharray:2 3;fill:none}
            .plot .marked{font-size:10px}
            .plot .curve{fill:none;stroke-width:1.6;stroke-linejoin:round;stroke-linecap:round}
            """);
    colors(css, LIGHT);
    for (int i = 0; i < SERIES; i++) {
      if (!DASHES[i].equals("none")) {
        css.append(".plot .s").append(i).append("{stroke-dasharray:").append(DASHES[i]);
        css.append("}\n");
      }
    }
    css.append("@media (prefers-color-scheme:dark){\n");
    css.append(".plot{--ink:#e8edf3;--faint:#2b3542;--quiet:#9aa7b5;--paper:#131920}\n");
    colors(css, DARK);
    return css.append("}\n").toString();
  }

  private static void colors(StringBuilder css, String[] colors) {
    for (int i = 0; i < colors.length; i++) {
      css.append(".plot .s").append(i);
      css.append("{stroke:").append(colors[i]).append("}\n");
    }
  }
}

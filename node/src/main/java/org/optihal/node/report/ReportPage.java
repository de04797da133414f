package org.optihal.node.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.optihal.hal.bench.Element;
import org.optihal.hal.bench.Experiment.Figure;
import org.optihal.node.experiment.ExperimentResult;
import org.optihal.node.experiment.ExperimentResult.DeviceRow;
import org.optihal.node.experiment.Happening;
import org.optihal.node.experiment.LightBudget;
import org.optihal.node.experiment.MeterRecord;
import org.optihal.node.experiment.PointRecord;
import org.optihal.node.experiment.Quantity;
import org.optihal.node.experiment.Quantity.Role;
import org.optihal.node.experiment.Track;
import org.optihal.node.experiment.Unit;
import org.optihal.node.experiment.Verdict;
import org.optihal.node.experiment.Verdict.Outcome;
import org.optihal.node.plot.Mark;
import org.optihal.node.plot.Plot;
import org.optihal.node.plot.PlotStyle;

/** A result as one page that opens anywhere: no script, nothing fetched, nothing beside it. */
public final class ReportPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1c2733;--quiet:#5b6876;--line:#dfe5ec;--paper:#fff;--tint:#f5f7fa;\
      --good:#157347;--fair:#0b62a4;--bad:#b42318;--open:#6b5b00}
      @media (prefers-color-scheme:dark){:root{--ink:#e8edf3;--quiet:#9aa7b5;--line:#2b3542;--paper:#131920;\
      --tint:#1b232d;--good:#5bd18c;--fair:#7cbcff;--bad:#ff8b80;--open:#e3c75a}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",\
      Roboto,"Helvetica Neue",sans-serif}
      main{max-width:1180px;margin:0 auto;padding:2rem 1.1rem 4rem}
      h1{font-size:1.75rem;line-height:1.2;margin:.1rem 0 .5rem;letter-spacing:-.01em}
      h2{font-size:1.2rem;margin:2.6rem 0 .6rem;padding-top:1rem;border-top:1px solid var(--line)}
      h3{font-size:1rem;margin:1.6rem 0 .3rem}
      p{margin:.35rem 0;max-width:75ch}
      .eyebrow{font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:var(--quiet)}
      .quiet{color:var(--quiet);font-size:.92rem}
      .tally{display:flex;flex-wrap:wrap;gap:.5rem 1.6rem;margin:1.1rem 0 .4rem;padding:0;list-style:none}
      .tally b{font-size:1.5rem;font-weight:600;margin-right:.35rem;font-variant-numeric:tabular-nums}
      .verdict{font-weight:600;white-space:nowrap}
      .reproduced{color:var(--good)}.consistent{color:var(--fair)}.not-reproduced{color:var(--bad)}\
      .unknown{color:var(--open)}
      .alarm{border-left:4px solid var(--bad);background:var(--tint);padding:.6rem 1rem;margin:1rem 0}
      .wide{overflow-x:auto;margin:.6rem 0}
      table{border-collapse:collapse;width:100%;font-size:.92rem}
      th,td{text-align:left;padding:.42rem .9rem .42rem 0;border-bottom:1px solid var(--line);vertical-align:top}
      th{font-weight:600;color:var(--quiet);font-size:.82rem;white-space:nowrap}
      .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
      code{font:0.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
      .plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,430px),1fr));gap:1.2rem 1.6rem;\
      margin:.8rem 0}
      .plots svg{width:100%;height:auto;display:block}
      details{margin:.4rem 0}summary{cursor:pointer;color:var(--quiet);font-size:.92rem}
      @media (max-width:640px){
      .figures thead{position:absolute;left:-9999px}
      .figures table,.figures tbody,.figures tr,.figures td{display:block}
      .figures tr{padding:.7rem 0;border-bottom:1px solid var(--line)}
      .figures td{border:0;padding:.08rem 0}
      .figures td[data-label]:not([data-label=""])::before{content:attr(data-label) ": ";color:var(--quiet)}
      }
      @media print{details:not([open])>*{display:block}main{max-width:none}}
      """;

  private final ExperimentResult result;
  private final Html page = new Html();
  private final List<Mark> marks = new ArrayList<>();

  private ReportPage(ExperimentResult result) {
    this.result = result;
  }

  /** The page; the same text for the same result. */
  public static String html(ExperimentResult result) {
    return new ReportPage(result).build();
  }

  private String build() {
    String style = STYLE + PlotStyle.css();
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    page.raw("style-src 'sha256-" + hash(style) + "'; base-uri 'none'; form-action 'none'\">\n");
    page.element("title", result.experiment().title()).raw("\n<style>").raw(style);
    page.raw("</style>\n</head>\n<body>\n<main>\n");
    int number = 0;
    for (Happening h : result.happenings()) {
      if (h.at().isPresent()) {
        marks.add(new Mark(seconds(h.at().get()), Integer.toString(++number)));
      }
    }
    head();
    figures();
    meters();
    budgets();
    course();
    parts();
    points();
    return page.raw("</main>\n</body>\n</html>\n").toString();
  }

  private void head() {
    page.element("p class=\"eyebrow\"", "Experiment " + result.name());
    page.element("h1", result.experiment().title());
    page.element("p", result.experiment().publication());
    page.element("p class=\"quiet\"", "Emulated: " + Words.run(result) + ".");
    page.raw("<ul class=\"tally\">");
    for (Outcome o : Outcome.values()) {
      long count = result.verdicts().stream().filter(v -> v.outcome() == o).count();
      page.raw("<li class=\"" + style(o) + "\">").element("b", Long.toString(count));
      page.text(o.words()).raw("</li>");
    }
    page.raw("</ul>\n");
    for (String line : TextReport.warnings(result)) {
      page.element("p class=\"alarm\"", line);
    }
  }

  private static String style(Outcome outcome) {
    return outcome.words().replace(' ', '-');
  }

  private void figures() {
    page.element("h2", "Published figures");
    page.raw("<p>Tolerances were fixed before the run. <em>Reproduced</em> needs parameters that ");
    page.raw(
        "were all published; <em>consistent</em> is what holds with some of them assumed, or ");
    page.raw("as a limit or an order only. What was published, what is assumed and why: <code>");
    page.text("docs/experiments/" + result.name() + ".md").raw("</code>.</p>\n");
    if (result.verdicts().isEmpty()) {
      page.element("p class=\"quiet\"", "This experiment compares no figures.");
      return;
    }
    List<String> header =
        List.of("Figure", "Published", "Tolerance", "Ours", "Verdict", "Dominating noise", "Basis");
    page.raw("<div class=\"wide figures\"><table><thead><tr>");
    header.forEach(h -> page.element("th", h));
    page.raw("</tr></thead><tbody>\n");
    for (Verdict v : result.verdicts()) {
      Figure f = v.figure();
      page.raw("<tr><td>").element("strong", f.name()).raw("<br><code>");
      page.text(f.of()).raw("</code>, ").text(reduction(f)).raw("</td>");
      cell(header.get(1), f.published());
      cell(header.get(2), Words.tolerance(f));
      cell(header.get(3), v.unit().format(v.ours()));
      page.raw("<td data-label=\"\" class=\"verdict " + style(v.outcome()) + "\">");
      page.text(v.outcome().words()).raw("</td>");
      cell(header.get(5), v.dominatingNoise());
      cell(header.get(6), Words.basis(f));
      page.raw("</tr>\n");
    }
    page.raw("</tbody></table></div>\n");
  }

  private void cell(String label, String text) {
    page.element("td data-label=\"" + (text.isEmpty() ? "" : label) + "\"", text);
  }

  private static String reduction(Figure f) {
    return switch (f.reduce()) {
      case MEAN -> "mean of the run";
      case MIN -> "least of the run";
      case MAX -> "largest of the run";
      case LAST -> "at the end";
    };
  }

  /** What makes a key has a section of its own; the others share one. */
  private void meters() {
    List<MeterRecord> others = new ArrayList<>();
    for (MeterRecord m : result.meters()) {
      if (m.quantities().stream().anyMatch(q -> q.role() == Role.KEY_RATE)) {
        page.element("h2", m.meter().id()).raw("<p>").text(Words.meterKind(m.meter()));
        m.dominatingNoise()
            .ifPresent(
                q -> page.raw(" Dominating noise: <strong>").text(q.cause()).raw("</strong>."));
        page.raw("</p>\n");
        plots(List.of(m));
      } else {
        others.add(m);
      }
    }
    if (!others.isEmpty()) {
      page.element("h2", "Light, loss and noise");
      plots(others);
    }
  }

  private void plots(List<MeterRecord> meters) {
    page.raw("<div class=\"plots\">");
    List<List<String>> rows = new ArrayList<>();
    for (MeterRecord m : meters) {
      for (Plot plot : new MeterPlots(m, marks).all()) {
        page.raw("<div>" + plot.svg() + "</div>\n");
      }
      rows.addAll(values(m));
    }
    page.raw("</div>\n<details><summary>All values</summary>");
    page.table(List.of("Quantity", "What it is", "Mean", "Least", "Largest", "Last"), rows, 2);
    page.raw("</details>\n");
  }

  private static List<List<String>> values(MeterRecord m) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < m.quantities().size(); i++) {
      Quantity q = m.quantities().get(i);
      Track.Summary s = m.track(i).summary();
      if (q.role() != Role.NOISE_TERM || s.max() > 0) {
        rows.add(
            List.of(
                m.meter().id() + "." + q.name(),
                q.sentence(),
                q.unit().format(s.mean()),
                q.unit().format(s.min()),
                q.unit().format(s.max()),
                q.unit().format(s.last())));
      }
    }
    return rows;
  }

  private void budgets() {
    if (result.budgets().isEmpty()) {
      return;
    }
    page.element("h2", "Light budget");
    page.element("p", "Where the signals come past, at the first sample; least loss first.");
    for (LightBudget b : result.budgets()) {
      page.element("h3", "From " + b.source());
      List<List<String>> rows = new ArrayList<>();
      for (LightBudget.Stop s : b.stops()) {
        rows.add(
            List.of(
                s.port(),
                Unit.DECIBEL.format(-10 * StrictMath.log10(s.transmittance())),
                dbm(s.watts()),
                dbm(s.otherWatts()),
                Unit.SECONDS.format(s.delaySeconds())));
      }
      page.table(List.of("Leaving", "Loss so far", "Signal", "All other light", "Delay"), rows, 1);
    }
  }

  private static String dbm(double watts) {
    return watts > 0 ? Unit.DBM.format(10 * StrictMath.log10(watts) + 30) : "dark";
  }

  private void course() {
    if (result.happenings().isEmpty()) {
      return;
    }
    page.element("h2", "Course of the run");
    List<List<String>> rows = new ArrayList<>();
    int number = 0;
    for (Happening h : result.happenings()) {
      String mark = h.at().isPresent() ? Integer.toString(++number) : "";
      rows.add(List.of(mark, Words.when(h), h.command(), h.outcome()));
    }
    page.table(List.of("Mark", "Time", "Command", "Outcome"), rows, 4);
  }

  private void parts() {
    page.element("h2", "What stood for what");
    page.raw("<p>A device was reached through its driver, over the bytes of its wire; its ");
    page.raw("emulator answered. All else is a model of its class. Nothing here was measured ");
    page.raw("on hardware.</p>\n");
    List<List<String>> rows = new ArrayList<>();
    for (DeviceRow d : result.devices()) {
      String says = d.identity().isEmpty() ? "" : d.identity() + "; ";
      rows.add(
          List.of(d.id(), "through driver " + d.driver(), says + "at the end: " + d.afterwards()));
    }
    for (Element e : result.bench().elements().values()) {
      rows.add(List.of(e.id(), "as class model " + e.kind(), parameters(e)));
    }
    page.table(List.of("Part", "Stands here", "As"), rows, 3);
  }

  private static String parameters(Element e) {
    List<String> all = new ArrayList<>();
    e.parameters().forEach((name, value) -> all.add(name + " " + value));
    return all.isEmpty() ? Words.kind(e) : String.join("; ", all);
  }

  private void points() {
    if (result.points().isEmpty()) {
      return;
    }
    page.element("h2", "Read through drivers");
    List<List<String>> rows = new ArrayList<>();
    for (PointRecord p : result.points()) {
      Track.Summary s = p.deviations().summary();
      String deviation =
          s.count() == 0
              ? ""
              : String.format(
                  Locale.ROOT,
                  "%.3g %s, at most %.3g",
                  s.mean(),
                  p.deviationUnit(),
                  Math.max(Math.abs(s.min()), Math.abs(s.max())));
      rows.add(
          List.of(
              p.address(),
              Words.duration(p.period()),
              Integer.toString(p.count()),
              Words.unusable(p),
              p.last(),
              deviation));
    }
    page.table(
        List.of("Point", "Every", "Readings", "Unusable", "Last", "Off the truth, mean"), rows, 6);
  }

  private static double seconds(Duration d) {
    return d.toNanos() / 1e9;
  }

  private static String hash(String style) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}

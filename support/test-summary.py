#!/usr/bin/env python3
"""Adds up a run of ./check: Maven's XML reports, the steps around them, and the list of allowed skips.

Prints a table per module and phase, every failure, every skip with its reason, and as the last line
"N passed, M failed, K skipped". Exits 1 exactly when M is not 0; a run without tests is a failure.
"""

import argparse
import fnmatch
import re
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

DETERMINISTIC_BUDGET_SECONDS = 60.0
PHASES = {"surefire-reports": "deterministic", "live-reports": "live"}


@dataclass
class Row:
    """The tests of one module in one phase."""

    module: str
    phase: str
    tests: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0


@dataclass
class Skip:
    test: str
    reason: str
    allowed: str | None = None


@dataclass
class Summary:
    allowed: list[tuple[str, str]]
    rows: list[Row] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, row: Row, test: str, failure: str | None, skip: str | None) -> None:
        row.tests += 1
        if failure is not None:
            row.failed += 1
            self.failures.append(f"{test}: {failure}")
        elif skip is not None:
            entry = Skip(test, skip or "no reason given", allowed_reason(test, self.allowed))
            self.skips.append(entry)
            if entry.allowed is None:
                row.failed += 1
            else:
                row.skipped += 1

    def fail(self, phase: str, what: str) -> None:
        """Counts something that is no test, and went wrong, as one failure."""
        self.rows.append(Row(what.split(":")[0], phase, tests=1, failed=1))
        self.failures.append(what)


def read_allowed(path: Path) -> list[tuple[str, str]]:
    if not path.exists():
        return []
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    entries = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    for pattern, _, reason in entries:
        if not reason.strip():
            sys.exit(f"{path}: '{pattern}' needs a reason")
    return [(pattern, reason.strip()) for pattern, _, reason in entries]


def allowed_reason(test: str, allowed: list[tuple[str, str]]) -> str | None:
    """Finds why a test may be skipped; a pattern names Class, Class#method or a client script."""
    name, _, method = test.partition("#")
    # Parameters and repetitions follow the method's name: method(Type)[1], method{Type}[1].
    method = re.split(r"[({\[ ]", method, maxsplit=1)[0]
    for pattern, reason in allowed:
        wanted, _, wanted_method = pattern.partition("#")
        outer = name.partition("$")[0]
        names = {n for full in (name, outer) for n in (full, full.rpartition(".")[2])}
        if any(fnmatch.fnmatchcase(n, wanted) for n in names):
            if not wanted_method or fnmatch.fnmatchcase(method, wanted_method):
                return reason
    return None


def first_line(text: str | None) -> str:
    lines = (text or "").strip().splitlines()
    return lines[0][:300] if lines else ""


def read_report(summary: Summary, row: Row, path: Path) -> None:
    try:
        suite = ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, OSError) as error:
        summary.add(row, path.stem.removeprefix("TEST-"), f"unreadable report {path.name}: {error}", None)
        return
    row.seconds += float(suite.get("time", "0").replace(",", "") or 0)
    for case in suite.iter("testcase"):
        method = case.get("name") or ""
        test = case.get("classname") or suite.get("name") or path.stem
        if method and method != test:
            test += f"#{method}"
        broken = case.find("failure")
        broken = case.find("error") if broken is None else broken
        failure = skip = None
        if broken is not None:
            failure = first_line(broken.get("message") or broken.text) or broken.get("type") or "failed"
        elif (skipped := case.find("skipped")) is not None:
            skip = first_line(skipped.get("message") or skipped.text)
            skip = skip.removeprefix("org.opentest4j.TestAbortedException: ").removeprefix("Assumption failed: ")
        summary.add(row, test, failure, skip)


def reactor(root: Path) -> list[str]:
    """Lists the modules of the root pom in their order."""
    pom = ElementTree.parse(root / "pom.xml").getroot()
    return [module.text.strip() for module in pom.findall("{*}modules/{*}module") if module.text]


def read_module(summary: Summary, root: Path, module: str, phases: dict[str, str]) -> int:
    """Adds a module's reports and returns the number of tests that they tell of."""
    tests = 0
    for folder, phase in phases.items():
        reports = sorted((root / module / "target" / folder).glob("TEST-*.xml"))
        if reports:
            row = Row(module, phase)
            for report in reports:
                read_report(summary, row, report)
            summary.rows.append(row)
            tests += row.tests
    return tests


def maven_errors(log: Path) -> list[str]:
    if not log.exists():
        return []
    text = log.read_text(encoding="utf-8", errors="replace")
    # Warnings too: each is an error to the compiler, which then names it only as a warning.
    lines = r"\S*/\S+\.java:\[.*|\[[a-z-]+\] .*|Failed to execute goal.*| +\S+\.java$"
    found = re.findall(rf"^\[(?:ERROR|WARNING)\] ({lines})", text, re.M)
    if not found:
        found = re.findall(r"^\[ERROR\] (.+)", text, re.M)
    return [line[:240] for line in dict.fromkeys(found)][:20]


def read_steps(summary: Summary, root: Path, path: Path) -> None:
    """Reads what check did: kind, name, exit code, seconds, log or reason, tab-separated, one step a line."""
    scripts: dict[str, Row] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, name, code, seconds, detail = line.split("\t", 4)
        if kind == "reactor":
            failed_before = len(summary.failures)
            for module in reactor(root):
                if read_module(summary, root, module, PHASES) == 0 and code != "0":
                    if any((root / module / "src/test/java").rglob("*Test.java")):
                        summary.notes.append(f"not run: the tests of {module}")
            if code != "0" and len(summary.failures) == failed_before:
                summary.fail("build", f"{name}: failed without a failing test, see {detail}")
            if code != "0":
                summary.notes += maven_errors(Path(detail))
        elif kind == "example":
            tests = read_module(summary, root, name, {"surefire-reports": "example"})
            if code != "0" and not (summary.rows and summary.rows[-1].module == name and summary.rows[-1].failed):
                summary.fail("example", f"{name}: its build failed, see {detail}")
                summary.notes += maven_errors(Path(detail))
            elif tests == 0:
                summary.fail("example", f"{name}: it ran no test")
        else:
            if kind not in scripts:
                scripts[kind] = Row(f"verify/{kind}", kind)
                summary.rows.append(scripts[kind])
            scripts[kind].seconds += float(seconds)
            failure = None if code in ("0", "77") else detail or f"exit code {code}"
            summary.add(scripts[kind], f"{kind}/{name}", failure, detail if code == "77" else None)


def table(rows: list[Row]) -> list[str]:
    width = max([len(row.module) for row in rows] + [6])
    head = f"{'module':<{width}}  {'phase':<13} {'tests':>6} {'failed':>7} {'skipped':>8} {'seconds':>8}"

    def line(name: str, phase: str, group: list[Row]) -> str:
        tests, failed, skipped, seconds = (
            sum(getattr(row, column) for row in group) for column in ("tests", "failed", "skipped", "seconds")
        )
        return f"{name:<{width}}  {phase:<13} {tests:>6} {failed:>7} {skipped:>8} {seconds:>8.1f}"

    lines = [head, "-" * len(head)]
    lines += [line(row.module, row.phase, [row]) for row in rows]
    lines.append("-" * len(head))
    for phase in dict.fromkeys(row.phase for row in rows):
        lines.append(line("total", phase, [row for row in rows if row.phase == phase]))
    return lines


def report(summary: Summary) -> str:
    """Prints everything but the last line, and returns that."""
    print("\n".join(table(summary.rows)))
    seconds = sum(row.seconds for row in summary.rows if row.phase == "deterministic")
    verdict = "within" if seconds < DETERMINISTIC_BUDGET_SECONDS else "OVER"
    print(f"\ndeterministic tests: {seconds:.1f} s, {verdict} the budget of {DETERMINISTIC_BUDGET_SECONDS:.0f} s")
    for note in summary.notes:
        print(note)
    for failure in summary.failures:
        print(f"FAILED  {failure}")
    for skip in summary.skips:
        if skip.allowed is None:
            print(f"FAILED  {skip.test}: skipped ({skip.reason}), but not listed in support/allowed-skips.txt")
        else:
            print(f"skipped {skip.test}: {skip.reason} (allowed: {skip.allowed})")
    print()
    failed = sum(row.failed for row in summary.rows)
    skipped = sum(row.skipped for row in summary.rows)
    passed = sum(row.tests for row in summary.rows) - failed - skipped
    return f"{passed} passed, {failed} failed, {skipped} skipped"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path, help="the source tree")
    parser.add_argument("steps", type=Path, help="what was run, one step a line")
    parser.add_argument("--allowed", type=Path, help="the allowed skips [ROOT/support/allowed-skips.txt]")
    parser.add_argument("--totals", type=Path, help="also write the last line to this file")
    arguments = parser.parse_args()

    allowed = read_allowed(arguments.allowed or arguments.root / "support" / "allowed-skips.txt")
    summary = Summary(allowed)
    read_steps(summary, arguments.root, arguments.steps)
    if sum(row.tests for row in summary.rows) == 0:
        summary.fail("check", "check: no test ran")
    last = report(summary)
    if arguments.totals:
        arguments.totals.write_text(last + "\n", encoding="utf-8")
    print(last)
    return 1 if any(row.failed for row in summary.rows) else 0


if __name__ == "__main__":
    sys.exit(main())

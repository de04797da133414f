package org.optihal.node.cli;

import java.util.Map;
import org.optihal.hal.error.ErrorContext;
import org.optihal.hal.error.HalException;
import org.optihal.hal.point.ValueType;

/**
 * Results on standard output, as text or as JSON, one line each; failures on standard error, and
 * with JSON on standard output too. Safe for several threads.
 */
final class Output {
  private final Shell shell;
  private final boolean json;
  private int exitCode = ExitCode.OK;

  Output(Shell shell, boolean json) {
    this.shell = shell;
    this.json = json;
  }

  boolean json() {
    return json;
  }

  /** A line for people only. */
  void text(String line) {
    if (!json) {
      shell.out().println(printable(line));
    }
  }

  /** An object for machines only. */
  void object(Map<String, ?> object) {
    if (json) {
      shell.out().println(Json.line(object));
    }
  }

  /** The same result for people and for machines. */
  void result(String line, Map<String, ?> object) {
    text(line);
    object(object);
  }

  void table(Table table) {
    table.lines().forEach(this::text);
  }

  /** Tells of a failure and goes on. */
  void warn(HalException e) {
    object(error(e));
    shell.complain(e.getMessage(), e);
  }

  /** Tells of a failure and goes on; the first one decides the exit code. */
  void failure(HalException e) {
    warn(e);
    failed(ExitCode.of(e.kind()));
  }

  /** Something was not achieved, and has been told; the first one decides the exit code. */
  synchronized void failed(int code) {
    if (exitCode == ExitCode.OK) {
      exitCode = code;
    }
  }

  synchronized int exitCode() {
    return exitCode;
  }

  /** Whether the reader is gone, as in {@code optihal watch | head}. */
  boolean isBroken() {
    return shell.out().checkError();
  }

  static Map<String, ?> error(HalException e) {
    ErrorContext at = e.context();
    return Json.object(
        "error",
        Json.object(
            "kind", ValueType.word(e.kind()),
            "outcome", ValueType.word(e.outcome()),
            "device", at.device(),
            "link", at.link(),
            "message", e.what(),
            "deviceCode", at.deviceCode(),
            "deviceText", at.deviceText(),
            "bytes", at.bytes(),
            "advice", at.advice()));
  }

  /** What a device says must not move the cursor or start a line of its own. */
  static String printable(String text) {
    return text.replaceAll("[\\x00-\\x1f\\x7f-\\x9f]", "?");
  }
}

package org.optihal.node.cli;

import org.optihal.hal.error.Kind;

/** What the process tells its caller; the same numbers for every command. */
final class ExitCode {
  static final int OK = 0;

  /** Refused by the device, or failed in another way; a bug of ours too. */
  static final int FAILED = 1;

  /** The command line itself is wrong. */
  static final int USAGE = 2;

  static final int CONFIGURATION = 3;

  /** Not there, not allowed, or somebody else has it. */
  static final int NOT_AVAILABLE = 4;

  /** No answer in time, or the link broke. */
  static final int NO_ANSWER = 5;

  static final int INTERLOCKED = 6;

  /** As a shell reports a program that Ctrl-C ended. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  static int of(Kind kind) {
    return switch (kind) {
      case NOT_FOUND, NO_PERMISSION, IN_USE, BUSY -> NOT_AVAILABLE;
      case DISCONNECTED, TIMEOUT -> NO_ANSWER;
      case IDENTITY_MISMATCH,
          FRAMING,
          CHECKSUM,
          UNEXPECTED_REPLY,
          REFUSED,
          OUT_OF_RANGE,
          NOT_READY,
          DEVICE_FAULT,
          CONFLICT,
          PREEMPTED,
          CLOSED ->
          FAILED;
      case INTERLOCKED -> INTERLOCKED;
      case CANCELLED -> INTERRUPTED;
      case CONFIGURATION -> CONFIGURATION;
    };
  }
}

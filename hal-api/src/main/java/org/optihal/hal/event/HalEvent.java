package org.optihal.hal.event;

import java.time.Instant;
import java.util.List;
import org.optihal.hal.device.DeviceState;
import org.optihal.hal.device.SafeReport;
import org.optihal.hal.operation.Operation;

/**
 * Something that happened at a device. Alarms are states that ask for an action; all others are
 * facts.
 */
public sealed interface HalEvent {
  Instant time();

  /** Id of the device. */
  String device();

  /** One line for a person, without the device's name. */
  String text();

  /** The device's state changed. */
  record StateChanged(Instant time, String device, DeviceState from, DeviceState to, String reason)
      implements HalEvent {
    @Override
    public String text() {
      return from.word() + " -> " + to.word() + (reason.isEmpty() ? "" : ": " + reason);
    }
  }

  /** An alarm came or went. */
  record AlarmChanged(
      Instant time, String device, String alarm, boolean raised, Severity severity, String text)
      implements HalEvent {}

  /** Somebody else changed a value. */
  record ExternalChange(Instant time, String device, String point, String was, String is)
      implements HalEvent {
    @Override
    public String text() {
      return point + " was changed from outside: " + was + " -> " + is;
    }
  }

  /** A command was given, ended, or got stuck. */
  record OperationChanged(
      Instant time, String device, String point, Operation.State state, String text)
      implements HalEvent {}

  /** A device was made safe, or should have been. */
  record MadeSafe(Instant time, String device, SafeReport report) implements HalEvent {
    @Override
    public String text() {
      return "make safe: " + report.text();
    }
  }

  /** A command that can make light was let through without a guard. */
  record Unguarded(Instant time, String device, String point, String reason) implements HalEvent {
    @Override
    public String text() {
      return point + " was set without a guard, reason given: " + reason;
    }
  }

  /**
   * A subscriber was too slow; {@code lost} are the kinds of the events it missed, oldest first and
   * cut to a few.
   */
  record Overflow(Instant time, String device, long count, List<String> lost) implements HalEvent {
    @Override
    public String text() {
      return count
          + " events were lost by a slow subscriber, among them "
          + String.join(", ", lost);
    }
  }

  /** How urgent an alarm is (terms of RFC 8632). */
  enum Severity {
    WARNING,
    MINOR,
    MAJOR,
    CRITICAL
  }
}

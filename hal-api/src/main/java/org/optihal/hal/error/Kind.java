package org.optihal.hal.error;

/** What went wrong, as callers may want to switch on it. */
public enum Kind {
  /** No such path, port, host, device, point or file. */
  NOT_FOUND,
  /** The operating system refuses access; the message names the group to join. */
  NO_PERMISSION,
  /** Another process or another owner holds the port. */
  IN_USE,
  /** The link is gone: unplugged, hung up, connection reset. */
  DISCONNECTED,
  /** The link works, and what answers on it is not the expected device. */
  IDENTITY_MISMATCH,

  /** No complete answer before the deadline. */
  TIMEOUT,
  /** Bytes arrived that are not a frame of the protocol. */
  FRAMING,
  /** A frame whose checksum is wrong, at either end. */
  CHECKSUM,
  /** A well-formed answer to a question that was not asked. */
  UNEXPECTED_REPLY,

  /** The device understood and declined. */
  REFUSED,
  /** The argument lies outside the capability; nothing was sent. */
  OUT_OF_RANGE,
  /** The device is initializing, tuning, warming up, or not connected yet. */
  NOT_READY,
  /** The device reports a fault of its own. */
  DEVICE_FAULT,
  /** A safety rule or an interlock forbids it. */
  INTERLOCKED,
  /** It contradicts a state that somebody else set. */
  CONFLICT,

  /** No turn at a busy port in time, its queue is full, or the resource is claimed. */
  BUSY,
  /** A safety command took the port over between two exchanges. */
  PREEMPTED,
  /** Cancelled or interrupted by the caller. */
  CANCELLED,
  /** The object was closed. */
  CLOSED,

  /** The bench file, a URL or an option is wrong. */
  CONFIGURATION
}

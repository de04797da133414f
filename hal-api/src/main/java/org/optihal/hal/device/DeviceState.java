package org.optihal.hal.device;

import java.util.Locale;

/** Where a device stands, seen from this side of its link. */
public enum DeviceState {
  /** Created; no I/O has happened. */
  NEW,
  CONNECTING,
  READY,
  /** The link is healthy and the device is silent or talks nonsense. */
  UNRESPONSIVE,
  /** The link is gone; it is tried again. */
  DISCONNECTED,
  /** Another device answered; nothing is sent to it. */
  WRONG_DEVICE,
  CLOSED;

  /** Lower case with a blank, for people. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

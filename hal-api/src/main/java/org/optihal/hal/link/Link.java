package org.optihal.hal.link;

/**
 * An open connection to hardware. One owner uses it; {@link #wake} and {@link #close} may come from
 * any thread.
 */
public interface Link extends AutoCloseable {
  /** Redacted URL, for messages and logs. */
  String name();

  /** Ends a pending read early; it returns 0. */
  void wake();

  /** Closes; idempotent and bounded. A pending call ends with DISCONNECTED. */
  @Override
  void close();
}

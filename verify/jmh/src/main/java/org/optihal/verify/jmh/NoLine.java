package org.optihal.verify.jmh;

import org.optihal.hal.link.SerialLine;

/** The serial line of a wire that has none. */
final class NoLine implements SerialLine {
  @Override
  public int baud() {
    return 9600;
  }

  @Override
  public void baud(int baud) {}

  @Override
  public void dtr(boolean on) {}

  @Override
  public void rts(boolean on) {}
}

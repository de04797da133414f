package org.optihal.hal.link;

/**
 * Speed and modem lines of a serial link. Opening a port can move DTR and RTS, and on some boards
 * that makes light.
 */
public interface SerialLine {
  int baud();

  /** Changes the speed at once; bytes on their way are lost. */
  void baud(int baud);

  void dtr(boolean on);

  void rts(boolean on);
}

package org.optihal.hal.link;

/** Hears what goes over a link; called by the thread that talks, and must be quick. */
public interface WireTap {
  /** Bytes left towards the device. */
  void sent(String link, long nanos, byte[] bytes, int offset, int length);

  /** Bytes came from the device. */
  void received(String link, long nanos, byte[] bytes, int offset, int length);

  /** Something that is no byte: opened, closed, speed changed. */
  void note(String link, long nanos, String text);
}

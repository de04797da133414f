package org.optihal.verify.jmh;

import java.io.Closeable;

/** A client that reads one register, again and again. */
interface Contender extends Closeable {
  String name();

  /** As many exchanges as there are elements; each gets its time in nanoseconds. */
  void burst(long[] nanos);

  @Override
  void close();
}

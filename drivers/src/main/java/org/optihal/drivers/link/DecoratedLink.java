package org.optihal.drivers.link;

import java.util.Optional;
import org.optihal.hal.link.ByteLink;
import org.optihal.hal.link.SerialLine;

/** Passes everything on; decorators override what they change. */
abstract class DecoratedLink implements ByteLink {
  final ByteLink link;

  DecoratedLink(ByteLink link) {
    this.link = link;
  }

  @Override
  public String name() {
    return link.name();
  }

  @Override
  public Optional<SerialLine> serial() {
    return link.serial();
  }

  @Override
  public void write(byte[] bytes, int offset, int length, long deadline) {
    link.write(bytes, offset, length, deadline);
  }

  @Override
  public int read(byte[] into, int offset, int length, long deadline) {
    return link.read(into, offset, length, deadline);
  }

  @Override
  public void wake() {
    link.wake();
  }

  @Override
  public void close() {
    link.close();
  }
}

package org.optihal.linux;

import java.io.IOException;

/**
 * The other side hung up, the device was unplugged, or the descriptor was closed: no later call can
 * succeed.
 */
public final class GoneException extends IOException {
  private static final long serialVersionUID = 1L;

  GoneException(String message) {
    super(message);
  }
}

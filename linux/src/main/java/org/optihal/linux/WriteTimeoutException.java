package org.optihal.linux;

import java.io.InterruptedIOException;

/** The deadline of a write passed; {@link #bytesTransferred} bytes had gone out before. */
public final class WriteTimeoutException extends InterruptedIOException {
  private static final long serialVersionUID = 1L;

  WriteTimeoutException(String message, int bytesTransferred) {
    super(message);
    this.bytesTransferred = bytesTransferred;
  }
}

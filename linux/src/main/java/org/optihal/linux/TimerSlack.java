package org.optihal.linux;

import com.sun.jna.NativeLong;
import java.io.IOException;

/** How late the kernel may wake the calling thread to save power: 50 us by default. */
public final class TimerSlack {
  private static final NativeLong NONE = new NativeLong(0);

  /** Sets the slack of the calling thread in nanoseconds; 0 restores the default. */
  public static void set(long nanos) throws IOException {
    if (nanos < 0 || nanos > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "timer slack must be 0 to " + Integer.MAX_VALUE + " ns, not " + nanos);
    }
    if (Libc.prctl(Libc.PR_SET_TIMERSLACK, new NativeLong(nanos), NONE, NONE, NONE) < 0) {
      throw Libc.failure("prctl", "timer slack " + nanos + " ns");
    }
  }

  /** The slack of the calling thread in nanoseconds. */
  public static long get() throws IOException {
    int nanos = Libc.prctl(Libc.PR_GET_TIMERSLACK, NONE, NONE, NONE, NONE);
    if (nanos < 0) {
      throw Libc.failure("prctl", "timer slack");
    }
    return nanos;
  }

  private TimerSlack() {}
}

package org.optihal.drivers.link;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.optihal.hal.error.HalException;
import org.optihal.hal.error.Kind;
import org.optihal.hal.error.Outcome;
import org.optihal.linux.Natives;

/** Runs something at the end of the JVM while serial ports are still open. */
public final class SerialShutdown {
  private SerialShutdown() {}

  /**
   * Registers {@code last} before jSerialComm's own shutdown hook, which closes all ports
   * concurrently with ordinary hooks: a command sent from one of those may never leave.
   *
   * @return taken back by closing
   */
  public static AutoCloseable register(Runnable last) {
    AtomicBoolean wanted = new AtomicBoolean(true);
    try {
      Natives.prepare();
    } catch (IOException e) {
      throw new HalException(
          Kind.CONFIGURATION,
          Outcome.NOT_APPLICABLE,
          "native libraries cannot be prepared: " + e.getMessage(),
          org.optihal.hal.error.ErrorContext.NONE,
          e);
    }
    SerialPort.addShutdownHook(
        new Thread(
            () -> {
              if (wanted.get()) {
                last.run();
              }
            },
            "hal-shutdown"));
    return () -> wanted.set(false);
  }
}

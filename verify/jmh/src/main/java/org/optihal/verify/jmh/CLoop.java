package org.optihal.verify.jmh;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Path;
import org.optihal.protocols.itla.ItlaFrame;
import org.optihal.protocols.itla.ItlaRegister;

/** The plain loop in C, in this process. */
final class CLoop implements Contender {
  /** What burst.c exports, under the names it has there. */
  public interface Functions extends Library {
    int burst_open(String path);

    int burst_run(int descriptor, byte[] request, int count, long[] nanos);
  }

  private final Functions functions;
  private final int descriptor;
  private final byte[] request = new byte[ItlaFrame.LENGTH];
  private final CPeer peer;

  CLoop(Path library, CPeer peer) throws IOException {
    this.peer = peer;
    functions = Native.load(library.toString(), Functions.class);
    descriptor = functions.burst_open(peer.port().toString());
    if (descriptor < 0) {
      throw new IOException(peer.port() + " cannot be opened");
    }
    ItlaFrame.encode(ItlaFrame.request(false, ItlaRegister.PWR.number(), 0), request, 0);
  }

  @Override
  public String name() {
    return "C loop";
  }

  @Override
  public void burst(long[] nanos) {
    int good = functions.burst_run(descriptor, request, nanos.length, nanos);
    if (good != nanos.length) {
      throw new IllegalStateException((nanos.length - good) + " bad replies in C");
    }
  }

  @Override
  public void close() {
    peer.close(); // the descriptor goes with this process
  }
}

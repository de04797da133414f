package org.optihal.linux;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The C library by JNA direct mapping: about 0.3 us a call, the system call included.
 *
 * <p>Types keep 32-bit machines right: a Java {@code long} argument is always 64 bits to JNA, so
 * addresses are {@link Pointer}, and sizes, which here never exceed a few kilobytes, are {@code
 * int}: libffi widens them to a register.
 */
final class Libc {
  static final int O_RDWR = 2;
  static final int O_NOCTTY = 0x100;
  static final int O_NONBLOCK = 0x800;
  static final int O_CLOEXEC = 0x80000;

  static final int F_SETFD = 2;
  static final int F_GETFL = 3;
  static final int F_SETFL = 4;
  static final int FD_CLOEXEC = 1;

  static final short POLLIN = 1;
  static final short POLLOUT = 4;

  static final int ENOENT = 2;
  static final int EINTR = 4;
  static final int EIO = 5;
  static final int ENXIO = 6;
  static final int EAGAIN = 11;
  static final int EACCES = 13;
  static final int ENODEV = 19;
  static final int EPIPE = 32;

  static final int PR_SET_TIMERSLACK = 29;
  static final int PR_GET_TIMERSLACK = 30;

  static {
    try {
      Natives.prepare();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Native.register(Libc.class, Platform.C_LIBRARY_NAME);
  }

  static native int open(String path, int flags);

  static native int close(int fd);

  static native int read(int fd, Pointer buffer, int count);

  static native int write(int fd, Pointer buffer, int count);

  /**
   * The timespec is two C longs: also on armhf, where libraries built for 64-bit time call another
   * symbol ({@code __ppoll64} in glibc, {@code __ppoll_time64} in musl) and this one keeps the
   * 32-bit layout. Known from the sources of both; not run on armhf.
   */
  static native int ppoll(Pointer fds, int count, Pointer timespec, Pointer signalMask);

  static native int eventfd(int initial, int flags);

  static native int fcntl(int fd, int command, int argument);

  static native int ioctl(int fd, NativeLong request, Pointer argument);

  /**
   * The posix_openpt family replaces openpty, which older glibc keeps in libutil and which cannot
   * set O_CLOEXEC.
   */
  static native int posix_openpt(int flags);

  static native int grantpt(int fd);

  static native int unlockpt(int fd);

  static native int ptsname_r(int fd, byte[] name, int size);

  static native int tcgetattr(int fd, Pointer termios);

  static native int tcsetattr(int fd, int when, Pointer termios);

  static native void cfmakeraw(Pointer termios);

  static native int prctl(int option, NativeLong a, NativeLong b, NativeLong c, NativeLong d);

  private static native String strerror(int errno);

  /**
   * What the last failed call of this thread said, as an exception naming the call and its subject.
   */
  static IOException failure(String call, String subject) {
    int errno = Native.getLastError();
    String message =
        subject + ": " + call + " failed: " + strerror(errno) + " (errno " + errno + ")";
    // An unplugged USB adapter answers with any of these, depending on how far its driver has got.
    boolean gone = errno == EIO || errno == ENXIO || errno == ENODEV || errno == EPIPE;
    return gone ? new GoneException(message) : new IOException(message);
  }

  static String message(int errno) {
    return strerror(errno) + " (errno " + errno + ")";
  }

  private Libc() {}
}

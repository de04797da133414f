package org.optihal.verify.architecture.bad.config;

import com.sun.jna.Pointer;

/** A bench file that calls the kernel. */
public final class SeesNative {
  public final Class<?> pointer = Pointer.class;
}

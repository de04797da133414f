package org.optihal.hal.point;

import org.jspecify.annotations.Nullable;

/**
 * What became of a set point.
 *
 * @param requested as the caller gave it
 * @param programmed after rounding to the device's step
 * @param confirmation read back or measured afterwards, or null before the operation settled
 */
public record Applied<T>(T requested, T programmed, @Nullable Reading<T> confirmation) {}

/**
 * Single-photon detectors: closed forms, parameters, and Monte-Carlo of detection times.
 *
 * <p>Constants said to be assumed are typical of the trade, not of a device: give your own.
 */
@NullMarked
package org.optihal.physics.photon;

import org.jspecify.annotations.NullMarked;

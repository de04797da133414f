/** Single photons: detectors and time taggers. */
@NullMarked
package org.optihal.hal.photon;

import org.jspecify.annotations.NullMarked;

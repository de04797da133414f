/**
 * Formulas as pure functions. Arguments are in SI units (watts, hertz, meters, seconds, kelvin)
 * unless the name says otherwise: {@code lossDbPerKm}, {@code lengthKm}, {@code wavelengthNm}.
 */
@NullMarked
package org.optihal.physics;

import org.jspecify.annotations.NullMarked;

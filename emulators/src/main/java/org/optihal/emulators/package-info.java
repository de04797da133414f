/**
 * How devices react: models, protocol servers, the wires to them, and what can go wrong there.
 *
 * <p>A device model is a state machine on the emulation's clock; a protocol server turns bytes into
 * calls of it; endpoints give clients a place to reach it. Nothing here knows a driver.
 */
@NullMarked
package org.optihal.emulators;

import org.jspecify.annotations.NullMarked;

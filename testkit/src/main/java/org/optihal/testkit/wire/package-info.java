/** Devices made of recorded or written dialogues, to test a driver byte by byte. */
@NullMarked
package org.optihal.testkit.wire;

import org.jspecify.annotations.NullMarked;

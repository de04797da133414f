/** Commands to a running emulation, for programs in any language. */
@NullMarked
package org.optihal.emulators.control;

import org.jspecify.annotations.NullMarked;

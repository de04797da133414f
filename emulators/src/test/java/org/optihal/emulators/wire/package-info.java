@NullMarked
package org.optihal.emulators.wire;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.optihal.emulators.laser;

import org.jspecify.annotations.NullMarked;

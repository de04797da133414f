@NullMarked
package org.optihal.emulators.light;

import org.jspecify.annotations.NullMarked;

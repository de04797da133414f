@NullMarked
package org.optihal.emulators;

import org.jspecify.annotations.NullMarked;

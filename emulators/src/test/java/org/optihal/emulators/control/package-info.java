@NullMarked
package org.optihal.emulators.control;

import org.jspecify.annotations.NullMarked;

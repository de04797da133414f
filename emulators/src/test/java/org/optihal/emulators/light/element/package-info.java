@NullMarked
package org.optihal.emulators.light.element;

import org.jspecify.annotations.NullMarked;

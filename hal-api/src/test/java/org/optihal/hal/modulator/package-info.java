@NullMarked
package org.optihal.hal.modulator;

import org.jspecify.annotations.NullMarked;

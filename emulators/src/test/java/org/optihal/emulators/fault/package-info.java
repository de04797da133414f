@NullMarked
package org.optihal.emulators.fault;

import org.jspecify.annotations.NullMarked;

/** Making things go wrong, by plan and reproducibly. */
@NullMarked
package org.optihal.emulators.fault;

import org.jspecify.annotations.NullMarked;

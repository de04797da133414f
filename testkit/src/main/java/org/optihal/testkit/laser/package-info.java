/** What every laser must do, and one that does it. */
@NullMarked
package org.optihal.testkit.laser;

import org.jspecify.annotations.NullMarked;

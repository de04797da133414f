/** What the modules may do to each other, and what only the clock may do. */
@NullMarked
package org.optihal.verify.architecture;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.optihal.testkit.laser;

import org.jspecify.annotations.NullMarked;

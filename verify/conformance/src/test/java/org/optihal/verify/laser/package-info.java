@NullMarked
package org.optihal.verify.laser;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.optihal.testkit.wire;

import org.jspecify.annotations.NullMarked;

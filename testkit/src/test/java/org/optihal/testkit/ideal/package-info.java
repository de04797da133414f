@NullMarked
package org.optihal.testkit.ideal;

import org.jspecify.annotations.NullMarked;

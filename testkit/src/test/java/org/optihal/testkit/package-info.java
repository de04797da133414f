@NullMarked
package org.optihal.testkit;

import org.jspecify.annotations.NullMarked;

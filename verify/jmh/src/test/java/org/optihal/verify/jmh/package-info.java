@NullMarked
package org.optihal.verify.jmh;

import org.jspecify.annotations.NullMarked;

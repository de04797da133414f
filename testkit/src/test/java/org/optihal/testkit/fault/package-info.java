@NullMarked
package org.optihal.testkit.fault;

import org.jspecify.annotations.NullMarked;

/** Many runs of one scenario, each with other faults, all repeatable by their seed. */
@NullMarked
package org.optihal.testkit.fault;

import org.jspecify.annotations.NullMarked;

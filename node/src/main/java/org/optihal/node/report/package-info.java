/** Tells the result of an experiment: to people, to machines, and as a page. */
@NullMarked
package org.optihal.node.report;

import org.jspecify.annotations.NullMarked;

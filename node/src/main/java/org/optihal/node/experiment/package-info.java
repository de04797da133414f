/**
 * Runs the experiment of a bench in virtual time, measures, and compares with what was published.
 */
@NullMarked
package org.optihal.node.experiment;

import org.jspecify.annotations.NullMarked;

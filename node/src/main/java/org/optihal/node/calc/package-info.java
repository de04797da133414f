/**
 * Calculators for the bench: one table of formulas, from which options, help, checks and the page
 * of documentation come. The formulas themselves are those of {@code org.optihal.physics}.
 */
@NullMarked
package org.optihal.node.calc;

import org.jspecify.annotations.NullMarked;

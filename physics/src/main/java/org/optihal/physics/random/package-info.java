/**
 * Random numbers of models: exact samplers, bit-identical on every machine, one {@link
 * org.optihal.physics.random.RandomStream} for each purpose.
 */
@NullMarked
package org.optihal.physics.random;

import org.jspecify.annotations.NullMarked;

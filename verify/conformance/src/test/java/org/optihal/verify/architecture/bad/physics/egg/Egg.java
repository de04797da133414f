package org.optihal.verify.architecture.bad.physics.egg;

import org.jspecify.annotations.Nullable;
import org.optihal.verify.architecture.bad.physics.chicken.Chicken;

/** Needs a chicken. */
public record Egg(@Nullable Chicken from) {}

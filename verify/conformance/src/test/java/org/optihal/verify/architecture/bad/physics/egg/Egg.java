package org.optihal.verify.architecture.bad.physics.egg;

import org.optihal.verify.architecture.bad.physics.chicken.Chicken;
import org.jspecify.annotations.Nullable;

/** Needs a chicken. */
public record Egg(@Nullable Chicken from) {}

package org.optihal.verify.architecture.bad.physics.chicken;

import org.optihal.verify.architecture.bad.physics.egg.Egg;

/** Needs an egg. */
public record Chicken(Egg from) {}

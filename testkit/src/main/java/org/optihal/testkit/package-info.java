/**
 * Tests of devices: benches in virtual time for JUnit, fault campaigns, leak checks. Class
 * contracts are in packages by family, such as {@link org.optihal.testkit.laser.LaserContract}.
 */
@NullMarked
package org.optihal.testkit;

import org.jspecify.annotations.NullMarked;

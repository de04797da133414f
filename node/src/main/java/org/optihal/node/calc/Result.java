package org.optihal.node.calc;

/**
 * One value that a calculator gives.
 *
 * @param key in JSON and for people
 * @param unit empty for a plain number
 * @param sentence what it is
 */
public record Result(String key, String unit, String sentence) {}

package org.optihal.node.plot;

/**
 * Something that happened, as a dashed line across a plot.
 *
 * @param at on the horizontal axis
 * @param label short, best one or two characters that a text beside the plot explains
 */
public record Mark(double at, String label) {}

package org.industrialmind.foundations.metrics;

/** How one number is made of the numbers of several classes. */
public enum Averaging {
    /** Every class that occurs counts alike: rare classes are heard. */
    MACRO,
    /** Every row counts alike: counts are added up before the ratio is taken. */
    MICRO,
    /** Every class counts by the weight of its true rows. */
    WEIGHTED
}

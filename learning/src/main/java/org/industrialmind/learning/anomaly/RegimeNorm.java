package org.industrialmind.learning.anomaly;

/**
 * What one machine reads in one of its ways of running.
 *
 * @param scale the normal level and spread of each channel
 * @param windows how many training windows were seen in it
 */
record RegimeNorm(Scale scale, int windows) {}

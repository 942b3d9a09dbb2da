package org.industrialmind.foundations.bayes;

/**
 * What is believed of a number: normal around a mean.
 *
 * @param mean the expectation
 * @param deviation the root of the variance of a new observation, noise included
 */
public record Belief(double mean, double deviation) {}

package org.industrialmind.advisor.diagnosis;

/**
 * What one channel says about one failure mode.
 *
 * @param expectedSign what the mode would do to the channel: 1 raise it, -1 lower it, 0 leave it where it is
 * @param deviation what was seen, in robust standard deviations; positive is above the expected value
 * @param supports whether what was seen is what the mode would do
 */
public record Evidence(String channel, int expectedSign, double deviation, boolean supports) {}

package org.industrialmind.learning.vibration.bearing;

/**
 * How plainly an envelope spectrum shows a fault's frequency.
 *
 * @param score how surprising the lines would be in the envelope of mere noise, in standard deviations of the normal
 *     distribution: above 3 in about one of a thousand sound blocks; at most {@link #MOST}
 * @param frequency where its first harmonic was found, in Hz
 * @param slip by how much that lies above (or below) the frequency that geometry gives, as a share
 */
public record Evidence(double score, double frequency, double slip) {
    /** Where the scale ends, in standard deviations: of more, doubles no longer hold the probability. */
    public static final double MOST = 37;
}

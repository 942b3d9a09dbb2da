package org.industrialmind.learning.vibration;

/**
 * The numbers that a vibration analyst asks of a block first.
 *
 * <p>Velocity tells of unbalance, misalignment and looseness, and is what ISO 20816 judges. Acceleration tells of bearings
 * and gears: their impacts are short. Crest factor and kurtosis tell single impacts from hum; of both it holds that they
 * <em>fall again</em> when damage spreads and the impacts merge, so neither may be used alone.
 *
 * @param velocityRms from 10 to 1000 Hz, root mean square, mm/s; NaN where the block is too short (0.2 s) or too slow
 *     (2000 readings per second) to show that band
 * @param rms of the acceleration about its mean, m/s2
 * @param peak the largest distance of the acceleration from its mean, m/s2
 * @param crest peak over rms: 1.41 for a sine, 3 to 4 for a sound machine, above 6 with a spall; NaN where nothing moves
 * @param kurtosis the fourth moment over the squared second: 1.5 for a sine, 3 for noise, above 5 with an early spall; NaN
 *     where nothing moves
 * @param skewness the third moment over the 3/2 power of the second: 0 where up and down are alike; NaN where nothing moves
 */
public record VibrationFeatures(
        double velocityRms, double rms, double peak, double crest, double kurtosis, double skewness) {
    /** The lower end of the velocity band, in Hz: ISO 20816-3 for shafts of 600 rpm and more. */
    public static final double VELOCITY_FROM = 10;

    /** The upper end of the velocity band, in Hz. */
    public static final double VELOCITY_TO = 1000;

    private static final double PERIODS = 2; // of the slowest velocity, or the taper smears standstill into the band

    public static VibrationFeatures of(Waveform block) {
        int n = block.size();
        double mean = 0;
        for (int t = 0; t < n; t++) {
            mean += block.acceleration(t);
        }
        mean /= n;
        double second = 0;
        double third = 0;
        double fourth = 0;
        double peak = 0;
        for (int t = 0; t < n; t++) {
            double away = block.acceleration(t) - mean;
            double square = away * away;
            second += square;
            third += square * away;
            fourth += square * square;
            peak = Math.max(peak, Math.abs(away));
        }
        double variance = second / n;
        double rms = Math.sqrt(variance);
        boolean moves = peak > n * Math.ulp(mean); // else it is the rounding of the mean
        return new VibrationFeatures(
                velocity(block),
                rms,
                peak,
                moves ? peak / rms : Double.NaN,
                moves ? fourth / n / (variance * variance) : Double.NaN,
                moves ? third / n / (variance * rms) : Double.NaN);
    }

    private static double velocity(Waveform block) {
        boolean shown = block.seconds() * VELOCITY_FROM >= PERIODS && block.rate() >= 2 * VELOCITY_TO;
        return shown ? AccelerationSpectrum.of(block).velocityRms(VELOCITY_FROM, VELOCITY_TO) : Double.NaN;
    }
}

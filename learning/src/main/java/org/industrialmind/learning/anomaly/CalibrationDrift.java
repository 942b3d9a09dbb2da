package org.industrialmind.learning.anomaly;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * How fast the readings of each channel wander away from what training has seen, although the machine is well.
 *
 * <p>The calibration of a transmitter walks at random - a data sheet says so many percent of span a month - and so do
 * wear-in, season and fuel. A model that is sure to a hundredth of a sigma on its first day is wrong by the second week.
 * So the variance that a level may have grows with the age of the model: by {@code perDay} for each day.
 *
 * <p>Estimated from the variogram of the levels of all machines of the class [1]: half a random walk's squared step over a
 * lag grows in proportion to the lag, that of noise does not. Levels are averaged over {@value #BLOCK_HOURS} hours, pairs
 * are taken within one machine and regime only, and a line is fitted by least squares through the squared steps over lags
 * of up to half the span, each lag weighted by its pairs. Of the steps of one lag the median counts, times {@value
 * #TO_MEAN} for a mean, since a machine that still settles after a change takes steps of another kind. What is steeper
 * than nothing is drift.
 *
 * <ol>
 *   <li>Matheron 1963, Principles of geostatistics, Economic Geology 58.
 * </ol>
 *
 * @param perDay by judged channel, variance per day, in squared units of the channel; never negative
 */
record CalibrationDrift(List<Double> perDay) {
    private static final int BLOCK_HOURS = 2;
    private static final long BLOCK_NANOS = Duration.ofHours(BLOCK_HOURS).toNanos();
    private static final double DAY_NANOS = Duration.ofDays(1).toNanos();
    private static final int FEWEST_PAIRS = 30;
    private static final double CAUTION =
            2; // a walk is seen once: of few machines the estimate may well be half the truth
    private static final double TO_MEAN = 2.198; // 1 over the median of chi-squared with one degree of freedom

    CalibrationDrift {
        perDay = List.copyOf(perDay);
    }

    double variance(int channel, double days) {
        return perDay.get(channel) * days;
    }

    /** The levels of one machine in one regime, in units of the channels, in order of time. */
    record Course(List<double[]> levels, List<Long> ends) {}

    static CalibrationDrift fit(List<Course> courses, int channels) {
        List<Course> blocks =
                courses.stream().map(course -> blocks(course, channels)).toList();
        long span = blocks.stream()
                .filter(course -> !course.ends().isEmpty())
                .mapToLong(course -> course.ends().getLast() - course.ends().getFirst())
                .max()
                .orElse(0);
        int lags = (int) (span / 2 / BLOCK_NANOS);
        List<Double> perDay = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            perDay.add(lags < 2 ? 0 : Math.max(0, CAUTION * slope(blocks, c, lags)));
        }
        return new CalibrationDrift(perDay);
    }

    private static Course blocks(Course course, int channels) {
        List<double[]> levels = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        double[] sum = new double[channels];
        int count = 0;
        for (int w = 0; w < course.ends().size(); w++) {
            for (int c = 0; c < channels; c++) {
                sum[c] += course.levels().get(w)[c];
            }
            count++;
            long block = course.ends().get(w) / BLOCK_NANOS;
            boolean last = w + 1 == course.ends().size() || course.ends().get(w + 1) / BLOCK_NANOS != block;
            if (last) {
                for (int c = 0; c < channels; c++) {
                    sum[c] /= count;
                }
                levels.add(sum);
                ends.add(block * BLOCK_NANOS);
                sum = new double[channels];
                count = 0;
            }
        }
        return new Course(levels, ends);
    }

    /** Returns the slope of the mean squared step over the lag in days; NaN steps, of what was not read, do not count. */
    private static double slope(List<Course> blocks, int channel, int lags) {
        List<List<Double>> steps = new ArrayList<>(); // squared, by lag
        for (int lag = 0; lag <= lags; lag++) {
            steps.add(new ArrayList<>());
        }
        for (Course course : blocks) {
            for (int a = 0; a < course.ends().size(); a++) {
                for (int b = a + 1; b < course.ends().size(); b++) {
                    int lag = (int) ((course.ends().get(b) - course.ends().get(a)) / BLOCK_NANOS);
                    double step =
                            course.levels().get(b)[channel] - course.levels().get(a)[channel];
                    if (lag <= lags && !Double.isNaN(step)) {
                        steps.get(lag).add(step * step);
                    }
                }
            }
        }
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (int lag = 1; lag <= lags; lag++) {
            int pairs = steps.get(lag).size();
            if (pairs >= FEWEST_PAIRS) {
                double days = lag * BLOCK_NANOS / DAY_NANOS;
                double mean = TO_MEAN
                        * Quantiles.median(steps.get(lag).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
                n += pairs;
                x += pairs * days;
                y += pairs * mean;
                xx += pairs * days * days;
                xy += pairs * days * mean;
            }
        }
        double spread = n * xx - x * x;
        return spread > 0 ? (n * xy - x * y) / spread : 0;
    }
}

package org.industrialmind.foundations.statistics;

/**
 * Whether means differ: Student's t, in Welch's form where two samples need not have one variance.
 *
 * <p>The mean of a few dozen numbers is close to normal even where the numbers are not; with heavy tails or fewer numbers ask
 * {@link MannWhitney} or {@link WilcoxonSignedRank}. Prefer Welch's form: it loses next to nothing where variances agree,
 * and the pooled form misleads where they do not [2].
 *
 * <p>The effect is Cohen's d, the difference in deviations: about 0.2 is small, 0.8 large. It does not grow with the sample,
 * as a p value does.
 *
 * <ol>
 *   <li>Welch 1947, The generalization of Student's problem when several different population variances are involved,
 *       Biometrika 34.
 *   <li>Ruxton 2006, The unequal variance t-test is an underused alternative, Behavioral Ecology 17(4).
 * </ol>
 *
 * @param statistic difference by its standard error
 * @param degrees degrees of freedom
 * @param difference first mean less the second, or less what it is compared with
 * @param standardError of the difference
 * @param effect difference by the (pooled) standard deviation
 */
public record TTest(double statistic, double degrees, double difference, double standardError, double effect) {
    /**
     * Compares the mean of a sample with a number.
     *
     * @throws IllegalArgumentException if there are fewer than two values, one is not finite, or all are equal
     */
    public static TTest one(double[] values, double mean) {
        Moments m = moments(values);
        double deviation = m.deviation();
        return of(m.mean() - mean, deviation / Math.sqrt(m.count()), m.count() - 1.0, deviation);
    }

    /** Compares two measurements of the same things; their differences are the sample. */
    public static TTest paired(double[] first, double[] second) {
        Samples.requirePairs(first, second);
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return one(differences, 0);
    }

    /** Compares two samples whose variances may differ. */
    public static TTest welch(double[] first, double[] second) {
        Moments a = moments(first);
        Moments b = moments(second);
        double va = a.variance() / a.count();
        double vb = b.variance() / b.count();
        double degrees = (va + vb) * (va + vb) / (va * va / (a.count() - 1) + vb * vb / (b.count() - 1));
        return of(a.mean() - b.mean(), Math.sqrt(va + vb), degrees, pooledDeviation(a, b));
    }

    /** Compares two samples of one variance. */
    public static TTest pooled(double[] first, double[] second) {
        Moments a = moments(first);
        Moments b = moments(second);
        double deviation = pooledDeviation(a, b);
        double error = deviation * Math.sqrt(1.0 / a.count() + 1.0 / b.count());
        return of(a.mean() - b.mean(), error, a.count() + b.count() - 2.0, deviation);
    }

    private static Moments moments(double[] values) {
        Samples.requireSize("a t test", values, 2);
        return Moments.of(values);
    }

    private static double pooledDeviation(Moments a, Moments b) {
        return Math.sqrt((a.squares() + b.squares()) / (a.count() + b.count() - 2));
    }

    private static TTest of(double difference, double error, double degrees, double deviation) {
        if (!Double.isFinite(error)) {
            throw new IllegalArgumentException(
                    "the squares of the values are too large for a double: scale them first");
        }
        if (!(error > 0)) {
            throw new IllegalArgumentException(
                    "a t test of values that are all equal has no error to measure by: expected some to differ");
        }
        return new TTest(difference / error, degrees, difference, error, difference / deviation);
    }

    /** Returns the probability of such a statistic or a more extreme one where there is no difference. */
    public double pValue(Alternative alternative) {
        StudentT t = StudentT.of(degrees);
        return alternative.pValue(t.cdf(statistic), t.tail(statistic));
    }

    /**
     * Returns where the difference lies.
     *
     * @param level confidence in (0, 1), say 0.95
     */
    public Interval interval(double level) {
        double reach = StudentT.of(degrees).quantile((1 + level) / 2) * standardError;
        return new Interval(difference - reach, difference + reach);
    }
}

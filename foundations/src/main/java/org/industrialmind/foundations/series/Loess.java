package org.industrialmind.foundations.series;

/**
 * Local regression over evenly spaced values: at each point a line through its neighbours, the nearer the heavier.
 *
 * <p>Weights are tricubes of the distance over the farthest of {@code span} neighbours, times the caller's. Spans larger
 * than the series widen the bell beyond it.
 *
 * @see "Cleveland 1979, Robust locally weighted regression and smoothing scatterplots, JASA 74(368)"
 */
final class Loess {
    private final double[] values;
    private final double[] weights;
    private final int span;

    /** Works on the arrays as they are. */
    Loess(double[] values, double[] weights, int span) {
        this.values = values;
        this.weights = weights;
        this.span = span;
    }

    /** Returns the smoothed series. */
    double[] smooth() {
        int n = values.length;
        double[] smooth = new double[n];
        int width = Math.min(span, n);
        for (int t = 0; t < n; t++) {
            int left = Math.clamp(t - (span - 1) / 2, 0, n - width);
            smooth[t] = at(t, left, left + width - 1, values[t]);
        }
        return smooth;
    }

    /** Returns the value one step before the first; where no neighbour has weight, the given one. */
    double before(double otherwise) {
        return at(-1, 0, Math.min(span, values.length) - 1, otherwise);
    }

    /** Returns the value one step after the last; where no neighbour has weight, the given one. */
    double after(double otherwise) {
        int n = values.length;
        return at(n, Math.max(0, n - span), n - 1, otherwise);
    }

    private double at(int x, int left, int right, double otherwise) {
        int n = values.length;
        double reach = Math.max(x - left, right - x) + (span > n ? (span - n) / 2 : 0);
        double[] w = new double[right - left + 1];
        double sum = 0;
        for (int j = left; j <= right; j++) {
            double distance = Math.abs(j - x);
            if (distance <= 0.999 * reach) { // Cleveland's margins, which spare the cube where it is 0 or 1
                double share = distance / reach;
                double bell = 1 - share * share * share;
                w[j - left] = weights[j] * (distance <= 0.001 * reach ? 1 : bell * bell * bell);
                sum += w[j - left];
            }
        }
        if (!(sum > 0)) {
            return otherwise;
        }
        double centre = 0;
        for (int j = left; j <= right; j++) {
            w[j - left] /= sum;
            centre += w[j - left] * j;
        }
        return line(x, left, w, centre);
    }

    private double line(int x, int left, double[] w, double centre) {
        double spread = 0;
        for (int i = 0; i < w.length; i++) {
            spread += w[i] * (left + i - centre) * (left + i - centre);
        }
        boolean level = Math.sqrt(spread) <= 0.001 * (values.length - 1); // too close together for a slope
        double lever = level ? 0 : (x - centre) / spread;
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * (1 + lever * (left + i - centre)) * values[left + i];
        }
        return sum;
    }
}

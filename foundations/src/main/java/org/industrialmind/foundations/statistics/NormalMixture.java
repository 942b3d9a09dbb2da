package org.industrialmind.foundations.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Numbers that come from several normal distributions, one of them each time: several modes of operation seen as one column.
 *
 * <p>Fitted by expectation and maximisation (EM [1]): share each number among the components by how probable they make it,
 * take each component's moments of its shares, repeat. The likelihood never falls, and may end in a local summit; here the
 * start is deterministic, the parts of the sample in order. A component that shrinks onto one number makes the likelihood
 * infinite without meaning, so no deviation goes below 1e-3 of that of the sample.
 *
 * <ol>
 *   <li>Dempster, Laird and Rubin 1977, Maximum likelihood from incomplete data via the EM algorithm, JRSS B 39(1).
 * </ol>
 *
 * @param weights share of each component; they sum to 1
 * @param components in ascending order of their means where fitted
 */
public record NormalMixture(double[] weights, Gaussian[] components) implements Distribution {
    private static final int STEPS = 2000;
    private static final double SETTLED = 1e-10; // gain in mean log-likelihood that ends the search
    private static final double NARROWEST = 1e-3;

    /** @throws IllegalArgumentException if the lengths differ, a weight is negative, or they do not sum to 1 */
    public NormalMixture {
        double sum = Arrays.stream(weights).sum();
        boolean valid = weights.length == components.length
                && Math.abs(sum - 1) < 1e-9
                && Arrays.stream(weights).allMatch(w -> w >= 0);
        if (!valid) {
            throw new IllegalArgumentException("mixture of " + components.length + " components with weights "
                    + Arrays.toString(weights) + ": expected one weight each, none negative, sum 1");
        }
        weights = weights.clone();
        components = components.clone();
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public Gaussian[] components() {
        return components.clone();
    }

    /**
     * Fits so many components.
     *
     * @throws IllegalArgumentException if there are not at least twice as many numbers as components, one is not finite, or
     *     all are equal
     */
    public static NormalMixture fit(double[] values, int components) {
        if (components < 1) {
            throw new IllegalArgumentException("mixture of " + components + " components: expected at least 1");
        }
        Samples.requireSize("a mixture of " + components + " components", values, 2 * components);
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        double floor = NARROWEST * Gaussian.fit(ascending).deviation();
        NormalMixture mixture = start(ascending, components, floor);
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            Step step = step(ascending, mixture, floor);
            mixture = step.next;
            if (step.logLikelihood - before < SETTLED) {
                break;
            }
            before = step.logLikelihood;
        }
        return mixture.inOrder();
    }

    private static NormalMixture start(double[] ascending, int components, double floor) {
        Gaussian[] parts = new Gaussian[components];
        double[] weights = new double[components];
        for (int k = 0; k < components; k++) {
            int from = (int) ((long) k * ascending.length / components);
            int to = (int) ((k + 1L) * ascending.length / components);
            Moments part = Moments.of(Arrays.copyOfRange(ascending, from, to));
            parts[k] = new Gaussian(part.mean(), Math.max(floor, Math.sqrt(part.squares() / part.count())));
            weights[k] = (double) (to - from) / ascending.length;
        }
        return new NormalMixture(weights, parts);
    }

    private record Step(NormalMixture next, double logLikelihood) {}

    private static Step step(double[] values, NormalMixture now, double floor) {
        int size = now.weights.length;
        double[] counts = new double[size];
        double[] means = new double[size];
        double[] squares = new double[size];
        double[] share = new double[size];
        double likelihood = 0;
        for (double x : values) {
            likelihood += now.shares(x, share) / values.length;
            for (int k = 0; k < size; k++) {
                if (share[k] > 0) { // weighted moments in one pass, as Welford's
                    counts[k] += share[k];
                    double away = x - means[k];
                    means[k] += away * share[k] / counts[k];
                    squares[k] += share[k] * away * (x - means[k]);
                }
            }
        }
        Gaussian[] next = new Gaussian[size];
        double total = Arrays.stream(counts).sum();
        for (int k = 0; k < size; k++) {
            boolean gone = counts[k] < 1e-300;
            double deviation = gone ? floor : Math.max(floor, Math.sqrt(squares[k] / counts[k]));
            next[k] = gone ? now.components[k] : new Gaussian(means[k], deviation);
            counts[k] /= total;
        }
        return new Step(new NormalMixture(counts, next), likelihood);
    }

    /** Fills in the probability of each component given x, and returns the logarithm of the density. */
    private double shares(double x, double[] into) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < into.length; k++) {
            into[k] = Math.log(weights[k]) + components[k].logDensity(x);
            largest = Math.max(largest, into[k]);
        }
        double sum = 0;
        for (int k = 0; k < into.length; k++) {
            into[k] = Math.exp(into[k] - largest);
            sum += into[k];
        }
        for (int k = 0; k < into.length; k++) {
            into[k] /= sum;
        }
        return largest + Math.log(sum);
    }

    private NormalMixture inOrder() {
        double[] means = Arrays.stream(components).mapToDouble(Gaussian::mean).toArray();
        int[] order = Ranks.ascending(means);
        double[] sorted = new double[order.length];
        Gaussian[] parts = new Gaussian[order.length];
        for (int k = 0; k < order.length; k++) {
            sorted[k] = weights[order[k]];
            parts[k] = components[order[k]];
        }
        return new NormalMixture(sorted, parts);
    }

    /** Returns the probability of each component for a number that was seen. */
    public double[] memberships(double x) {
        double[] shares = new double[weights.length];
        shares(x, shares);
        return shares;
    }

    @Override
    public double logDensity(double x) {
        return shares(x, new double[weights.length]);
    }

    @Override
    public double cdf(double x) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * components[k].cdf(x);
        }
        return sum;
    }

    @Override
    public double tail(double x) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * components[k].tail(x);
        }
        return sum;
    }

    @Override
    public double quantile(double p) {
        Probability.require(p);
        double low = Double.POSITIVE_INFINITY; // the answer lies between those of the components
        double high = Double.NEGATIVE_INFINITY;
        for (Gaussian component : components) {
            low = Math.min(low, component.quantile(p));
            high = Math.max(high, component.quantile(p));
        }
        double from = low;
        if (low == high) {
            return low;
        }
        return from + Inverse.ofRising(d -> p < 0.5 ? cdf(from + d) - p : (1 - p) - tail(from + d));
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * components[k].mean();
        }
        return sum;
    }

    @Override
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double away = components[k].mean() - mean;
            sum += weights[k] * (components[k].variance() + away * away);
        }
        return sum;
    }

    @Override
    public double sample(RandomGenerator random) {
        double u = random.nextDouble();
        int k = 0;
        while (k < weights.length - 1 && u >= weights[k]) {
            u -= weights[k++];
        }
        return components[k].sample(random);
    }
}

package org.industrialmind.foundations.outlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.statistics.ChiSquared;

/**
 * A centre and a covariance that up to half the rows cannot spoil: those of the h rows whose covariance has the least
 * determinant (FAST-MCD).
 *
 * <p>No one tries all subsets. A concentration step takes mean and covariance of h rows and then the h rows nearest by that
 * measure; the determinant cannot rise [1]. From many small random beginnings two such steps are made, the ten best are
 * followed to their end, and the best of these is kept. Of many rows, parts are searched first and their best beginnings
 * are carried to a merged set and then to all rows, which costs little more than a part.
 *
 * <p>The covariance of the h most central rows is too small by a factor known for normal rows (consistency) and by another
 * known from simulation for few rows [2]. Then each row within the 0.975 quantile by this measure counts fully, all others
 * not at all, and centre and covariance are taken again of these, corrected likewise: most of the efficiency that the half
 * sample lost comes back.
 *
 * <p>A score is the Mahalanobis distance by the final measure; {@link Model#limit()} is exceeded by one usual row in forty.
 * Rows of which h lie in a plane have no least determinant above 0 and are refused.
 *
 * <ol>
 *   <li>Rousseeuw and Van Driessen 1999, A fast algorithm for the minimum covariance determinant estimator, Technometrics
 *       41(3).
 *   <li>Pison, Van Aelst and Willems 2002, Small sample corrections for LTS and MCD, Metrika 55.
 * </ol>
 *
 * @param support share of the rows that are trusted, from 0.5 (most robust) to 1
 * @param starts how many random beginnings
 */
public record MinimumCovarianceDeterminant(double support, int starts) implements OutlierTrainer {
    private static final int BEST = 10; // beginnings that are followed to their end
    private static final int PART = 300; // rows of a part
    private static final int PARTS = 5; // at most
    private static final int STEPS = 100; // concentration settles in some ten
    private static final double USUAL = 0.975;

    /** @throws IllegalArgumentException if the support is outside [0.5, 1] or there is no start */
    public MinimumCovarianceDeterminant {
        if (!(support >= 0.5 && support <= 1) || starts < 1) {
            throw new IllegalArgumentException("least determinant with support " + support + " and " + starts
                    + " starts: expected a support in [0.5, 1] and a start or more");
        }
    }

    public static MinimumCovarianceDeterminant defaults() {
        return new MinimumCovarianceDeterminant(0.5, 500);
    }

    /**
     * {@inheritDoc} The seed draws the beginnings.
     *
     * @throws IllegalArgumentException also if there are not more rows than twice the columns, or h of them lie in a plane
     */
    @Override
    public Model fit(Matrix rows, long seed) {
        rows.requireFinite();
        int n = rows.rows();
        int p = rows.columns();
        if (n <= 2 * p) {
            throw new IllegalArgumentException(rows + " is too small for a robust covariance: expected more than "
                    + 2 * p + " rows, twice the columns");
        }
        Ellipse raw = search(rows.toArray(), n, p, new SplittableRandom(seed))
                .orElseThrow(() -> new IllegalArgumentException(trusted(n, p) + " of the " + n
                        + " rows lie in a plane, so their covariance has no inverse: leave out a column that is constant"
                        + " or depends on others"));
        double share = trusted(n, p) / (double) n;
        Ellipse corrected = raw.times(consistency(share, p) * Correction.raw(p, n, support));
        return reweighted(rows, raw, corrected);
    }

    private Model reweighted(Matrix rows, Ellipse raw, Ellipse corrected) {
        int p = rows.columns();
        double[] values = rows.toArray();
        double limit = new ChiSquared(p).quantile(USUAL);
        int[] usual = IntStream.range(0, rows.rows())
                .filter(r -> corrected.squared(values, r * p) <= limit)
                .toArray();
        Ellipse measure = Ellipse.of(values, p, usual, usual.length, usual.length - 1.0)
                .map(all -> all.times(consistency(USUAL, p) * Correction.reweighted(p, rows.rows(), support)))
                .orElse(corrected);
        return new Model(raw, measure, usual, Math.sqrt(limit));
    }

    /** How many rows are trusted: (n + p + 1) / 2 at support 0.5, all at support 1. */
    int trusted(int n, int p) {
        int half = (n + p + 1) / 2;
        return (int) Math.floor(2 * half - n + 2 * (n - half) * support);
    }

    /** By what the covariance of the most central share of normal rows is too small. */
    private static double consistency(double share, int p) {
        if (share >= 1) {
            return 1;
        }
        return share / new ChiSquared(p + 2).cdf(new ChiSquared(p).quantile(share));
    }

    private Optional<Ellipse> search(double[] values, int n, int p, SplittableRandom random) {
        int[] all = shuffled(n, random);
        List<Ellipse> candidates = new ArrayList<>();
        int parts = Math.min(PARTS, n / PART);
        if (parts < 2) {
            candidates.addAll(begin(values, p, all, starts, random));
        } else {
            int size = Math.min(n, PARTS * PART) / parts;
            for (int part = 0; part < parts; part++) {
                int[] own = Arrays.copyOfRange(all, part * size, (part + 1) * size);
                candidates.addAll(begin(values, p, own, Math.max(1, starts / parts), random));
            }
            int[] merged = Arrays.copyOf(all, parts * size);
            candidates = best(candidates.stream()
                    .flatMap(candidate -> concentrate(values, p, merged, candidate, 2).stream())
                    .toList());
        }
        return candidates.stream()
                .flatMap(candidate -> concentrate(values, p, all, candidate, STEPS).stream())
                .min(Comparator.comparingDouble(ellipse -> ellipse.logDeterminant));
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static List<Ellipse> best(List<Ellipse> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(ellipse -> ellipse.logDeterminant))
                .limit(BEST)
                .toList();
    }

    /** Returns the ten best of many random beginnings after two steps each. */
    private List<Ellipse> begin(double[] values, int p, int[] rows, int count, SplittableRandom random) {
        List<Ellipse> begun = new ArrayList<>();
        int[] drawn = rows.clone();
        for (int start = 0; start < count; start++) {
            Optional<Ellipse> seed = Optional.empty();
            // p + 1 rows span the space as a rule; where they do not, rows are added until they do
            for (int size = 0; size < drawn.length && (size < p + 1 || seed.isEmpty()); ) {
                int j = size + random.nextInt(drawn.length - size);
                int swap = drawn[size];
                drawn[size++] = drawn[j];
                drawn[j] = swap;
                seed = size > p ? Ellipse.of(values, p, drawn, size, size) : seed;
            }
            seed.flatMap(ellipse -> concentrate(values, p, rows, ellipse, 2)).ifPresent(begun::add);
        }
        return best(begun);
    }

    /** Takes concentration steps until the determinant falls no more; empty where the nearest rows lie in a plane. */
    private Optional<Ellipse> concentrate(double[] values, int p, int[] rows, Ellipse from, int steps) {
        int h = trusted(rows.length, p);
        Ellipse here = from;
        for (int step = 0; step < steps; step++) {
            double[] squared = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                squared[i] = here.squared(values, rows[i] * p);
            }
            int[] nearest = Smallest.of(squared, h);
            int[] positions = new int[h];
            for (int i = 0; i < h; i++) {
                positions[i] = rows[nearest[i]];
            }
            Optional<Ellipse> next = Ellipse.of(values, p, positions, h, h);
            if (next.isEmpty()) {
                return next;
            }
            boolean settled = step > 0 && next.get().logDeterminant >= here.logDeterminant;
            here = next.get();
            if (settled) {
                break;
            }
        }
        return Optional.of(here);
    }

    /** A robust measure of distance. */
    public static final class Model implements OutlierModel {
        private final Ellipse raw;
        private final Ellipse measure;
        private final int[] usual;
        private final double limit;

        private Model(Ellipse raw, Ellipse measure, int[] usual, double limit) {
            this.raw = raw;
            this.measure = measure;
            this.usual = usual;
            this.limit = limit;
        }

        @Override
        public int columns() {
            return measure.centre.length;
        }

        /** {@inheritDoc} The Mahalanobis distance. */
        @Override
        public double score(double[] row) {
            RowCheck.require(row, measure.centre.length);
            return Math.sqrt(measure.squared(row, 0));
        }

        /** Returns the distance that one usual row in forty exceeds: the root of the 0.975 quantile of chi-squared. */
        public double limit() {
            return limit;
        }

        /** Returns the centre of the usual rows; a copy. Shape: [column]. */
        public double[] centre() {
            return measure.centre.clone();
        }

        /** Returns the covariance of the usual rows, corrected. Shape: [column, column]. */
        public Matrix covariance() {
            return measure.covariance();
        }

        /** Returns the centre of the h most central rows; a copy. */
        public double[] rawCentre() {
            return raw.centre.clone();
        }

        /** Returns the covariance of the h most central rows, divided by h and not corrected. */
        public Matrix rawCovariance() {
            return raw.covariance();
        }

        /** Returns the logarithm of the least determinant found, that of {@link #rawCovariance()}. */
        public double logDeterminant() {
            return raw.logDeterminant;
        }

        /** Returns the positions of the rows that the final measure was taken of. */
        public int[] usual() {
            return usual.clone();
        }
    }
}

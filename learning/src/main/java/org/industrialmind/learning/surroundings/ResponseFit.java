package org.industrialmind.learning.surroundings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.foundations.algebra.CholeskyDecomposition;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.signal.AssetId;

/**
 * Finds how each judged channel answers to the influences, for every machine in every regime.
 *
 * <p>Regimes are told apart by their means (fixed effects): only what varies within a regime is regressed, by ridge
 * regression with weights after Huber, so that a few odd windows do not tilt a slope. Few days in one regime make a poor
 * slope, and machines of a class resemble each other; so the slopes of the class are found first, those of a machine are
 * drawn towards the class, and those of a regime towards the machine, in each step as if {@value #PRIOR} independent
 * windows had been seen that agree with the larger whole (a hierarchical prior [1]).
 *
 * <p>A drive that stands exactly at its level in training leaves nothing to regress on. Its slope is then taken across the
 * levels: that of the parabola through the means of the machine's regimes.
 *
 * <ol>
 *   <li>Gelman and Hill 2007, Data Analysis Using Regression and Multilevel Models, chapter 12.
 *   <li>Huber 1964, Robust estimation of a location parameter, Annals of Mathematical Statistics 35(1).
 * </ol>
 */
final class ResponseFit {
    private static final double PRIOR = 60;
    private static final int ROUNDS = 3;
    private static final double HUBER = 2.5; // robust deviations, beyond which a window counts for less
    private static final double STANDING =
            0.01; // of the span of a drive's levels: less movement than that teaches nothing
    private static final double ABOUT_A_LEVEL =
            0.05; // of that span: how far a standing drive may be moved about its level

    private final Map<AssetId, List<Seen>> seen;
    private final int drives;
    private final int size;
    private final int judged;
    private final Map<AssetId, List<double[]>> usual = new TreeMap<>();
    private final double[] spread; // of each influence within the regimes
    private final double[] span; // of the usual values of each drive
    private final double[] reach;

    ResponseFit(Map<AssetId, List<Seen>> seen, int drives) {
        this.seen = seen;
        this.drives = drives;
        Seen any = seen.values().iterator().next().getFirst();
        this.size = any.usual().length;
        this.judged = any.judged();
        this.spread = new double[size];
        this.span = new double[size];
        this.reach = new double[size + judged];
        seen.forEach((asset, regimes) ->
                usual.put(asset, regimes.stream().map(Seen::usual).toList()));
        measure();
    }

    private void measure() {
        double total = 0;
        double[] low = new double[size];
        double[] high = new double[size];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (AssetId asset : seen.keySet()) {
            List<Seen> regimes = regimes(asset);
            for (int r = 0; r < regimes.size(); r++) {
                Seen regime = regimes.get(r);
                double[] centre = centres(asset).get(r);
                for (int i = 0; i < size; i++) {
                    low[i] = Math.min(low[i], centre[i]);
                    high[i] = Math.max(high[i], centre[i]);
                }
                for (int w = 0; w < regime.windows(); w++) {
                    total += regime.weight(w);
                    measure(regime, w, centre);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            spread[i] = total > 0 ? Math.sqrt(spread[i] / total) : 0;
            span[i] = high[i] > low[i] ? high[i] - low[i] : 0;
            if (standing(i)) {
                reach[i] = ABOUT_A_LEVEL * span[i];
            }
        }
    }

    private void measure(Seen regime, int window, double[] centre) {
        for (int i = 0; i < size; i++) {
            double away = regime.influence(window, i) - centre[i];
            if (!Double.isNaN(away)) {
                spread[i] += regime.weight(window) * away * away;
                reach[i] = Math.max(reach[i], Math.abs(away));
            }
        }
        for (int j = 0; j < judged; j++) {
            double trend = regime.trend(window, j);
            if (!Double.isNaN(trend)) {
                reach[size + j] = Math.max(reach[size + j], Math.abs(trend));
            }
        }
    }

    private boolean standing(int influence) {
        return influence < drives && spread[influence] < STANDING * span[influence];
    }

    private List<Seen> regimes(AssetId asset) {
        return seen.getOrDefault(asset, List.of());
    }

    private List<double[]> centres(AssetId asset) {
        return usual.getOrDefault(asset, List.of());
    }

    double[] reach() {
        return reach;
    }

    Map<AssetId, List<Response>> responses() {
        Map<AssetId, List<Response>> responses = new TreeMap<>();
        seen.forEach((asset, regimes) -> {
            List<Response> own = new ArrayList<>();
            for (int r = 0; r < regimes.size(); r++) {
                own.add(new Response(centres(asset).get(r), new double[judged][]));
            }
            responses.put(asset, own);
        });
        for (int j = 0; j < judged; j++) {
            Map<AssetId, List<double[]>> slopes = new ChannelFit(j).slopes();
            for (AssetId asset : responses.keySet()) {
                List<Response> own = responses.getOrDefault(asset, List.of());
                for (int r = 0; r < own.size(); r++) {
                    own.get(r).slopes()[j] =
                            slopes.getOrDefault(asset, List.of()).get(r);
                }
            }
        }
        return responses;
    }

    /** The regression of one judged channel. Its last column is the channel's own trend. */
    private final class ChannelFit {
        private final int channel;
        private final IdentityHashMap<Seen, double[]> trust =
                new IdentityHashMap<>(); // weight of each window after Huber
        private final double[] scale = new double[size + 1];

        ChannelFit(int channel) {
            this.channel = channel;
            seen.values()
                    .forEach(regimes -> regimes.forEach(regime -> {
                        double[] full = new double[regime.windows()];
                        Arrays.fill(full, 1);
                        trust.put(regime, full);
                    }));
            for (int i = 0; i < size; i++) {
                scale[i] = standing(i) ? 0 : spread[i];
            }
            scale[size] = trendSpread();
        }

        private double trendSpread() {
            double squares = 0;
            double total = 0;
            for (List<Seen> regimes : seen.values()) {
                for (Seen regime : regimes) {
                    for (int w = 0; w < regime.windows(); w++) {
                        double trend = regime.trend(w, channel);
                        if (!Double.isNaN(trend)) {
                            squares += regime.weight(w) * trend * trend;
                            total += regime.weight(w);
                        }
                    }
                }
            }
            return total > 0 ? Math.sqrt(squares / total) : 0;
        }

        Map<AssetId, List<double[]>> slopes() {
            Map<AssetId, List<double[]>> slopes = Map.of();
            for (int round = 0; round < ROUNDS; round++) {
                slopes = solve();
                reweigh(slopes);
            }
            Map<AssetId, List<double[]>> inUnits = new TreeMap<>();
            slopes.forEach((asset, own) -> {
                List<double[]> rows = new ArrayList<>();
                for (int r = 0; r < own.size(); r++) {
                    rows.add(inUnits(asset, r, own.get(r)));
                }
                inUnits.put(asset, rows);
            });
            return inUnits;
        }

        private double[] inUnits(AssetId asset, int regime, double[] standard) {
            double[] row = new double[size + 1];
            for (int i = 0; i <= size; i++) {
                row[i] = scale[i] > 0 ? standard[i] / scale[i] : 0;
            }
            for (int i = 0; i < drives; i++) {
                if (standing(i)) {
                    row[i] = acrossLevels(asset, regime, i);
                }
            }
            return row;
        }

        private Map<AssetId, List<double[]>> solve() {
            Map<AssetId, List<Moments>> moments = new TreeMap<>();
            Moments all = new Moments(size + 1);
            seen.forEach((asset, regimes) -> {
                List<Moments> own = regimes.stream().map(this::moments).toList();
                own.forEach(all::add);
                moments.put(asset, own);
            });
            double[] ofClass = all.solve(1e-3, new double[size + 1]);
            Map<AssetId, List<double[]>> slopes = new TreeMap<>();
            moments.forEach((asset, own) -> {
                Moments machine = new Moments(size + 1);
                own.forEach(machine::add);
                double[] ofMachine = machine.solve(PRIOR, ofClass);
                slopes.put(
                        asset,
                        own.stream().map(each -> each.solve(PRIOR, ofMachine)).toList());
            });
            return slopes;
        }

        private Moments moments(Seen regime) {
            double[] mean = mean(regime);
            Moments moments = new Moments(size + 1);
            double[] row = new double[size + 2];
            for (int w = 0; w < regime.windows(); w++) {
                if (fill(regime, w, row)) {
                    for (int i = 0; i < row.length; i++) {
                        row[i] -= mean[i];
                    }
                    moments.add(row, weight(regime, w));
                }
            }
            return moments;
        }

        private double[] mean(Seen regime) {
            double[] mean = new double[size + 2];
            double[] row = new double[size + 2];
            double total = 0;
            for (int w = 0; w < regime.windows(); w++) {
                if (fill(regime, w, row)) {
                    double weight = weight(regime, w);
                    total += weight;
                    for (int i = 0; i < row.length; i++) {
                        mean[i] += weight * row[i];
                    }
                }
            }
            for (int i = 0; i < mean.length; i++) {
                mean[i] = total > 0 ? mean[i] / total : 0;
            }
            return mean;
        }

        private double weight(Seen regime, int window) {
            double[] own = trust.getOrDefault(regime, new double[0]);
            return regime.weight(window) * own[window];
        }

        /** Fills in the standardised influences, the trend and the level; returns false where something was not read. */
        private boolean fill(Seen regime, int window, double[] row) {
            for (int i = 0; i < size; i++) {
                row[i] = scale[i] > 0 ? regime.influence(window, i) / scale[i] : 0;
            }
            row[size] = scale[size] > 0 ? regime.trend(window, channel) / scale[size] : 0;
            row[size + 1] = regime.level(window, channel);
            double sum = 0;
            for (double value : row) {
                sum += value;
            }
            return Double.isFinite(sum);
        }

        private void reweigh(Map<AssetId, List<double[]>> slopes) {
            slopes.forEach((asset, own) -> {
                for (int r = 0; r < own.size(); r++) {
                    reweigh(regimes(asset).get(r), own.get(r));
                }
            });
        }

        private void reweigh(Seen regime, double[] slope) {
            double[] residuals = new double[regime.windows()];
            double[] row = new double[size + 2];
            int count = 0;
            int[] of = new int[regime.windows()];
            for (int w = 0; w < residuals.length; w++) {
                if (fill(regime, w, row)) {
                    double explained = 0;
                    for (int i = 0; i <= size; i++) {
                        explained += slope[i] * row[i];
                    }
                    of[count] = w;
                    residuals[count++] = row[size + 1] - explained;
                }
            }
            if (count == 0) {
                return;
            }
            double[] read = Arrays.copyOf(residuals, count);
            double centre = Quantiles.median(read);
            double limit = HUBER * Quantiles.medianDeviation(read);
            double[] own = trust.getOrDefault(regime, new double[0]);
            for (int i = 0; i < count; i++) {
                double away = Math.abs(read[i] - centre);
                own[of[i]] = away <= limit || limit == 0 ? 1 : limit / away;
            }
        }

        /** Returns the slope, at one regime of a machine, of the parabola through its regimes' mean levels over a drive. */
        private double acrossLevels(AssetId asset, int regime, int drive) {
            List<Seen> regimes = regimes(asset);
            List<double[]> points = new ArrayList<>();
            for (int r = 0; r < regimes.size(); r++) {
                points.add(new double[] {centres(asset).get(r)[drive], mean(regimes.get(r))[size + 1]});
            }
            return Parabola.slope(points, centres(asset).get(regime)[drive]);
        }
    }

    /** Sums of squares and products of centred rows whose last value is explained by the others. */
    private static final class Moments {
        private final int columns;
        private final double[] squares; // [column, column]
        private final double[] products;

        Moments(int columns) {
            this.columns = columns;
            this.squares = new double[columns * columns];
            this.products = new double[columns];
        }

        void add(double[] row, double weight) {
            for (int i = 0; i < columns; i++) {
                double weighted = weight * row[i];
                products[i] += weighted * row[columns];
                for (int k = 0; k < columns; k++) {
                    squares[i * columns + k] += weighted * row[k];
                }
            }
        }

        void add(Moments other) {
            Arrays.setAll(squares, i -> squares[i] + other.squares[i]);
            Arrays.setAll(products, i -> products[i] + other.products[i]);
        }

        /** Solves with the prior that the slopes are those given, as strong as so many rows. */
        double[] solve(double prior, double[] towards) {
            double[] left = squares.clone();
            double[] right = new double[columns];
            for (int i = 0; i < columns; i++) {
                left[i * columns + i] += prior;
                right[i] = products[i] + prior * towards[i];
            }
            return CholeskyDecomposition.of(Matrix.of(columns, columns, left)).solve(right);
        }
    }
}

package org.industrialmind.foundations.kernel;

import java.util.Arrays;

/**
 * Solves the quadratic program behind every support vector machine by sequential minimal optimisation:
 *
 * <pre>  min  b'Kb / 2 - f'b   subject to  sum b = constant,  low_k &lt;= b_k &lt;= high_k . </pre>
 *
 * <p>With signs taken into the bounds, classification (f the label +-1, bounds 0 and +-C), regression (two variables a row)
 * and one-class machines (f = 0) are one problem. Because of the equation no variable can move alone; the smallest step
 * moves two, in opposite directions, and has a closed form [1]. Let F = f - Kb be the slope downhill. The variable that may
 * rise with the largest F and one that may fall with a smaller F violate the optimality conditions; the second is taken
 * where the step gains most [2]. It ends where no pair differs by more than the tolerance.
 *
 * <p>Shrinking: a variable that sits at a bound and is pushed against it harder than any movable one is set aside, and
 * looked at again before the end.
 *
 * <ol>
 *   <li>Platt 1998, Sequential minimal optimization, Microsoft Research MSR-TR-98-14.
 *   <li>Fan, Chen and Lin 2005, Working set selection using second order information for training support vector machines,
 *       JMLR 6.
 *   <li>Chang and Lin 2011, LIBSVM: a library for support vector machines, ACM TIST 2(3).
 * </ol>
 */
final class SequentialMinimal {
    private static final double FLAT = 1e-12; // curvature where a kernel has none or is no inner product

    private final KernelCache cache;
    private final int[] rows; // the kernel row of each variable
    private final double[] pull; // f
    private final double[] low;
    private final double[] high;
    private final double[] diagonal;
    private final double[] slope; // F
    private final int n;
    final double[] solution; // b
    private final int[] active;
    private int actives;
    private int riser; // the pair, as positions among the variables
    private int faller;
    private double steepest; // largest F that may rise
    private double gentlest; // smallest F that may fall
    private boolean converged;
    private double bias;

    /** Starts at a point that satisfies the constraints, and keeps its sum. */
    SequentialMinimal(KernelCache cache, int[] rows, double[] pull, double[] low, double[] high, double[] start) {
        this.cache = cache;
        this.rows = rows;
        this.pull = pull;
        this.low = low;
        this.high = high;
        n = pull.length;
        solution = start.clone();
        diagonal = new double[n];
        active = new int[n];
        for (int k = 0; k < n; k++) {
            diagonal[k] = cache.diagonal(rows[k]);
            active[k] = k;
        }
        actives = n;
        slope = pull.clone();
        restore(0);
    }

    /** Recomputes the slopes of the variables from this place of the active order on. */
    private void restore(int from) {
        for (int a = from; a < n; a++) {
            slope[active[a]] = pull[active[a]];
        }
        for (int j = 0; j < n && from < n; j++) {
            if (solution[j] != 0) {
                double[] like = cache.row(rows[j]);
                for (int a = from; a < n; a++) {
                    slope[active[a]] -= solution[j] * like[rows[active[a]]];
                }
            }
        }
    }

    SequentialMinimal solve(double tolerance, long iterations) {
        int period = Math.min(n, 1000);
        int countdown = period;
        boolean restored = false;
        for (long i = 0; i < iterations; i++) {
            if (--countdown == 0) {
                countdown = period;
                selectRiser();
                if (!restored && steepest - gentlest <= 10 * tolerance) {
                    restored = true; // near the end: shrink anew from all, since early guesses may have been wrong
                    unshrink();
                    selectRiser();
                }
                shrink();
            }
            if (!selectPair(tolerance)) {
                if (actives == n) {
                    converged = true;
                    break;
                }
                unshrink();
                countdown = period;
                if (!selectPair(tolerance)) {
                    converged = true;
                    break;
                }
            }
            step();
        }
        unshrink();
        selectRiser();
        bias = bias();
        return this;
    }

    private void unshrink() {
        if (actives < n) {
            restore(actives);
            actives = n;
        }
    }

    private void selectRiser() {
        riser = -1;
        steepest = Double.NEGATIVE_INFINITY;
        gentlest = Double.POSITIVE_INFINITY;
        for (int a = 0; a < actives; a++) {
            int k = active[a];
            double f = slope[k];
            if (f > steepest && solution[k] < high[k]) {
                steepest = f;
                riser = k;
            }
            if (f < gentlest && solution[k] > low[k]) {
                gentlest = f;
            }
        }
    }

    private boolean selectPair(double tolerance) {
        selectRiser();
        if (riser < 0 || steepest - gentlest < tolerance) {
            return false;
        }
        double[] like = cache.row(rows[riser]);
        double own = diagonal[riser];
        double best = Double.NEGATIVE_INFINITY;
        faller = -1;
        for (int a = 0; a < actives; a++) {
            int k = active[a];
            double difference = steepest - slope[k];
            if (difference > 0 && solution[k] > low[k]) {
                double curvature = Math.max(FLAT, own + diagonal[k] - 2 * like[rows[k]]);
                double gain = difference * difference / curvature;
                if (gain > best) {
                    best = gain;
                    faller = k;
                }
            }
        }
        return faller >= 0;
    }

    private void step() {
        double[] up = cache.row(rows[riser]);
        double[] down = cache.row(rows[faller]);
        double curvature = Math.max(FLAT, diagonal[riser] + diagonal[faller] - 2 * up[rows[faller]]);
        double length = (slope[riser] - slope[faller]) / curvature;
        double room = high[riser] - solution[riser];
        double depth = solution[faller] - low[faller];
        length = Math.min(length, Math.min(room, depth));
        // a bound that is reached is reached exactly
        solution[riser] = length == room ? high[riser] : solution[riser] + length;
        solution[faller] = length == depth ? low[faller] : solution[faller] - length;
        for (int a = 0; a < actives; a++) {
            int k = active[a];
            slope[k] -= length * (up[rows[k]] - down[rows[k]]);
        }
    }

    private void shrink() {
        for (int a = 0; a < actives; a++) {
            int k = active[a];
            boolean stuckHigh = solution[k] >= high[k] && slope[k] > steepest;
            boolean stuckLow = solution[k] <= low[k] && slope[k] < gentlest;
            if (stuckHigh || stuckLow) {
                active[a] = active[--actives];
                active[actives] = k;
                a--;
            }
        }
    }

    /** The slope at which free variables rest; between the bounds of it where none is free. */
    private double bias() {
        double sum = 0;
        int free = 0;
        for (int k = 0; k < n; k++) {
            if (solution[k] > low[k] && solution[k] < high[k]) {
                sum += slope[k];
                free++;
            }
        }
        if (free > 0) {
            return sum / free;
        }
        boolean both = !Double.isInfinite(steepest) && !Double.isInfinite(gentlest);
        return both ? (steepest + gentlest) / 2 : Double.isInfinite(steepest) ? gentlest : steepest;
    }

    double intercept() {
        return bias;
    }

    boolean converged() {
        return converged;
    }

    /** Returns the least value found, of the minimum as written above. */
    double objective() {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum -= solution[k] * (slope[k] + pull[k]) / 2;
        }
        return sum;
    }

    /** Returns by how much the optimality conditions are violated. */
    double violation() {
        return Math.max(0, steepest - gentlest);
    }

    /** Returns 0, 1, 2 ... */
    static int[] ascending(int count) {
        int[] numbers = new int[count];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }
}

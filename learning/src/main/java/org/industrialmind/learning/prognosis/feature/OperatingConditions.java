package org.industrialmind.learning.prognosis.feature;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.clustering.KMeans;
import org.industrialmind.foundations.clustering.KMeansModel;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.RunToFailure;

/**
 * The few conditions under which a fleet runs, found from its settings alone.
 *
 * <p>Settings that jump between set points lie in tight clusters; settings that vary freely do not. So the least number of
 * centres is taken that explains all but a thousandth of the variance, and one condition where even ten do not. A reading is
 * then compared with readings of its own condition: on C-MAPSS FD002 altitude moves a sensor a hundred times as far as wear.
 *
 * <p>A row belongs to the nearest centre, also one far from all.
 */
public final class OperatingConditions {
    private static final int MOST = 10;
    private static final double UNEXPLAINED = 1e-3; // set points of C-MAPSS leave 1e-6, uniform settings 1e-2
    private static final int ROWS_LOOKED_AT = 3000;

    private final int settings;
    private final ColumnScale scale;
    private final Matrix centres;

    private OperatingConditions(int settings, ColumnScale scale, Matrix centres) {
        this.settings = settings;
        this.scale = scale;
        this.centres = centres;
    }

    /** Finds the conditions of a fleet. */
    public static OperatingConditions of(Fleet fleet, long seed) {
        int columns = fleet.schema().settings().size();
        if (columns == 0) {
            Matrix one = Matrix.identity(1);
            return new OperatingConditions(columns, ColumnScale.of(one), one);
        }
        Matrix rows = sample(fleet);
        ColumnScale scale = ColumnScale.of(rows);
        Matrix matrix = scale.scaled(rows);
        KMeansModel one = KMeans.of(1).fit(matrix, seed);
        KMeansModel found = one;
        for (int k = 2; k <= Math.min(MOST, rows.rows()) && one.inertia() > 0; k++) {
            KMeansModel model = KMeans.of(k).fit(matrix, seed);
            if (model.inertia() <= UNEXPLAINED * one.inertia()) {
                found = model;
                break;
            }
        }
        return new OperatingConditions(columns, scale, found.centres());
    }

    private static Matrix sample(Fleet fleet) {
        int total = fleet.runs().stream().mapToInt(RunToFailure::rows).sum();
        int step = Math.max(1, total / ROWS_LOOKED_AT);
        int columns = fleet.schema().settings().size();
        double[][] rows = new double[(total + step - 1) / step][columns];
        int position = 0;
        for (RunToFailure run : fleet.runs()) {
            for (int row = 0; row < run.rows(); row++, position++) {
                if (position % step == 0) {
                    for (int c = 0; c < columns; c++) {
                        rows[position / step][c] = run.setting(row, c);
                    }
                }
            }
        }
        return Matrix.ofRows(rows);
    }

    /** Takes conditions as they were kept. Shape: centres [condition, setting], scaled. */
    static OperatingConditions of(int settings, ColumnScale scale, Matrix centres) {
        return new OperatingConditions(settings, scale, centres);
    }

    ColumnScale scale() {
        return scale;
    }

    Matrix centres() {
        return centres;
    }

    /** Returns the number of conditions. */
    public int count() {
        return centres.rows();
    }

    /** Returns the condition of a row, from 0. */
    public int of(RunToFailure run, int row) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < centres.rows(); k++) {
            double distance = 0;
            for (int c = 0; c < settings; c++) {
                double away = scale.scaled(run.setting(row, c), c) - centres.get(k, c);
                distance += away * away;
            }
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }
}

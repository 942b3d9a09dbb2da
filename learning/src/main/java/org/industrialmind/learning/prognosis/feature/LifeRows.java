package org.industrialmind.learning.prognosis.feature;

import java.util.List;
import java.util.function.Function;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.prognosis.Cut;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.jspecify.annotations.Nullable;

/**
 * Moments of runs as a table: the features at each and the life left.
 *
 * @param features [moment, feature]
 * @param lives one for each moment
 */
public record LifeRows(Matrix features, List<Double> lives) {
    public LifeRows {
        lives = List.copyOf(lives);
    }

    /**
     * @param features of a run, [row, feature]
     * @throws IllegalArgumentException if there is no moment
     */
    public static LifeRows of(List<Cut> cuts, Function<RunToFailure, double[][]> features) {
        if (cuts.isEmpty()) {
            throw new IllegalArgumentException(
                    "no moment of any run can be learned from: are the runs long enough, and did a unit fail?");
        }
        double[][] rows = new double[cuts.size()][];
        double[][] along = new double[0][];
        @Nullable RunToFailure known = null;
        for (int i = 0; i < rows.length; i++) {
            RunToFailure run = cuts.get(i).run();
            if (run != known) {
                along = features.apply(run);
                known = run;
            }
            rows[i] = along[cuts.get(i).length() - 1];
        }
        return new LifeRows(Matrix.ofRows(rows), cuts.stream().map(Cut::life).toList());
    }

    /** Returns the lives, longer ones counting as the most. */
    public double[] lives(double most) {
        return lives.stream().mapToDouble(life -> Math.min(life, most)).toArray();
    }
}

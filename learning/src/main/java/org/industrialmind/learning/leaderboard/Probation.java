package org.industrialmind.learning.leaderboard;

import java.util.Arrays;
import org.industrialmind.foundations.metrics.NabScore;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * The beginning of a run, in which a watch learns where the run starts: its first 15 %, and at most 750 rows, as the Numenta
 * benchmark has it [1].
 *
 * <p>A run that does not go on where the normal rows end may start in a habit that they never had: another set point, a
 * counter that stands elsewhere. An alarm from its first row to its last would tell nobody anything. So its scores are counted
 * from the median of its rows so far, and from higher where more than a hundredth of these would be alarmed. After the
 * probation that stays as it is. A run that begins as quietly as the normal rows keeps its scores.
 *
 * <p>No label and no row to come has a say; of the run, its length alone is known beforehand. The price: a fault that is there
 * from the beginning is taken for the habit of the run, for as long as it does not grow.
 *
 * <ol>
 *   <li>Lavin and Ahmad 2015, Evaluating real-time anomaly detection algorithms: the Numenta anomaly benchmark, ICMLA.
 * </ol>
 */
final class Probation {
    private static final double ALARMED = 0.01; // of its rows, as with the judges that know nothing

    private Probation() {}

    /** Returns the scores of a run, counted from where it starts. */
    static double[] settled(double[] scores, double limit) {
        double[] settled = scores.clone();
        int probation = Math.max(1, NabScore.probation(scores.length));
        double start = 0;
        for (int row = 0; row < settled.length; row++) {
            if (row < probation) {
                double[] soFar = Arrays.copyOf(scores, row + 1);
                Arrays.sort(soFar);
                double most = Quantiles.ofSorted(soFar, 1 - ALARMED) - limit;
                start = Math.max(0, Math.max(Quantiles.ofSorted(soFar, 0.5), most));
            }
            settled[row] -= start;
        }
        return settled;
    }
}

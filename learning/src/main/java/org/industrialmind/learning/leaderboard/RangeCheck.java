package org.industrialmind.learning.leaderboard;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;

/** Tells how far a row is beyond what the normal rows have ever shown, in standard deviations summed over the channels. */
final class RangeCheck implements RowScorer {
    private final double[] low;
    private final double[] high;
    private final ChannelScale scale;

    private RangeCheck(double[] low, double[] high, ChannelScale scale) {
        this.low = low;
        this.high = high;
        this.scale = scale;
    }

    static RangeCheck of(Matrix normal) {
        double[] low = normal.row(0);
        double[] high = normal.row(0);
        for (int r = 1; r < normal.rows(); r++) {
            for (int c = 0; c < low.length; c++) {
                low[c] = Math.min(low[c], normal.get(r, c));
                high[c] = Math.max(high[c], normal.get(r, c));
            }
        }
        return new RangeCheck(low, high, ChannelScale.of(List.of(normal)));
    }

    @Override
    public double[] scores(Matrix rows) {
        double[] scores = new double[rows.rows()];
        for (int r = 0; r < scores.length; r++) {
            for (int c = 0; c < low.length; c++) {
                double beyond = Math.max(low[c] - rows.get(r, c), rows.get(r, c) - high[c]);
                scores[r] += Math.max(0, beyond) / scale.deviation(c);
            }
        }
        return scores;
    }
}

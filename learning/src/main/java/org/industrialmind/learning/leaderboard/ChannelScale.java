package org.industrialmind.learning.leaderboard;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.statistics.Moments;

/** The mean and standard deviation of each channel in normal rows. */
final class ChannelScale {
    private final double[] means;
    private final double[] deviations;

    private ChannelScale(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    static ChannelScale of(List<Matrix> normal) {
        Moments[] moments = new Moments[normal.getFirst().columns()];
        Arrays.fill(moments, Moments.NONE);
        for (Matrix stretch : normal) {
            for (int r = 0; r < stretch.rows(); r++) {
                for (int c = 0; c < moments.length; c++) {
                    moments[c] = moments[c].with(stretch.get(r, c));
                }
            }
        }
        return new ChannelScale(
                Arrays.stream(moments).mapToDouble(Moments::mean).toArray(),
                Arrays.stream(moments)
                        .mapToDouble(channel -> channel.count() < 2 ? 0 : channel.deviation())
                        .toArray());
    }

    /** Returns the standard deviation of a channel; a channel that never moved keeps its own unit. */
    double deviation(int channel) {
        return deviations[channel] > 0 ? deviations[channel] : 1;
    }

    /** Returns the rows in standard deviations from the mean. Shape: [time, channel]. */
    Matrix apply(Matrix rows) {
        double[] values = rows.toArray();
        for (int i = 0; i < values.length; i++) {
            int channel = i % means.length;
            values[i] = (values[i] - means[channel]) / deviation(channel);
        }
        return Matrix.of(rows.rows(), rows.columns(), values);
    }
}

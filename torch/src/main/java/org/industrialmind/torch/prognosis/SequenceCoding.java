package org.industrialmind.torch.prognosis;

import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.feature.ColumnScale;
import org.industrialmind.learning.prognosis.feature.LifeFeatures;

/**
 * Turns what is known of a run after some rows into the course that a network reads.
 *
 * <p>A step stands for some rows: of each sensor their mean, and of age and health index the summaries at the last of them. A
 * course ends at the last row that is known; where the run is shorter, its beginning is repeated.
 *
 * <p>Shape: [channel, step], sensors first.
 */
final class SequenceCoding {
    private final LifeFeatures features;
    private final ColumnScale scale;
    private final int steps;
    private final int rows;

    SequenceCoding(LifeFeatures features, ColumnScale scale, int steps, int rows) {
        this.features = features;
        this.scale = scale;
        this.steps = steps;
        this.rows = rows;
    }

    LifeFeatures features() {
        return features;
    }

    ColumnScale scale() {
        return scale;
    }

    int channels() {
        return features.sensors().size() + scale.columns();
    }

    int size() {
        return channels() * steps;
    }

    /** A run whose rows are scaled already, so that many courses of it cost little. */
    final class Prepared {
        private final double[][] sums; // [row][sensor]: of all rows before
        private final double[][] summaries; // [row][summary]

        private Prepared(double[][] sensors, double[][] summaries) {
            this.sums = new double[sensors.length + 1][sensors[0].length];
            this.summaries = summaries;
            for (int row = 0; row < sensors.length; row++) {
                for (int s = 0; s < sensors[row].length; s++) {
                    sums[row + 1][s] = sums[row][s] + sensors[row][s];
                }
            }
        }

        /** Writes the course after so many rows. */
        void write(int length, float[] into, int from) {
            int sensors = sums[0].length;
            for (int step = 0; step < steps; step++) {
                int end = Math.max(Math.min(rows, length), length - (steps - 1 - step) * rows);
                int begin = Math.max(0, end - rows);
                for (int s = 0; s < sensors; s++) {
                    double mean = (sums[end][s] - sums[begin][s]) / (end - begin);
                    into[from + s * steps + step] = (float) mean;
                }
                for (int c = 0; c < scale.columns(); c++) {
                    double value = scale.scaled(summaries[end - 1][c], c);
                    into[from + (sensors + c) * steps + step] = (float) value;
                }
            }
        }
    }

    /** @throws IllegalArgumentException if the run has another schema */
    Prepared prepared(RunToFailure run) {
        return new Prepared(features.scaled(run), features.brief(run));
    }
}

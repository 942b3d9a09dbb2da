package org.industrialmind.learning.vibration.health;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * What was measured of one machine in snapshots over its life. Shape: [snapshot, feature].
 *
 * @param machine its name
 * @param features their names, in the order of a row
 * @param seconds of operation before each snapshot, rising
 * @param rows one a snapshot
 */
public record SnapshotTable(String machine, List<String> features, List<Double> seconds, Matrix rows) {
    public SnapshotTable {
        features = List.copyOf(features);
        seconds = List.copyOf(seconds);
        if (seconds.size() != rows.rows() || features.size() != rows.columns() || seconds.isEmpty()) {
            throw new IllegalArgumentException("machine " + machine + " has " + seconds.size() + " times and "
                    + features.size() + " names for " + rows.rows() + " snapshots of " + rows.columns()
                    + " features: expected one of each, and at least one snapshot");
        }
        for (int s = 1; s < seconds.size(); s++) {
            if (!(seconds.get(s) > seconds.get(s - 1))) {
                throw new IllegalArgumentException("snapshot " + s + " of machine " + machine + " is of second "
                        + seconds.get(s) + ", the one before of " + seconds.get(s - 1) + ": expected rising times");
            }
        }
    }

    public int size() {
        return seconds.size();
    }
}

package org.industrialmind.learning.vibration.health;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.vibration.AccelerationSpectrum;
import org.industrialmind.learning.vibration.VibrationFeatures;
import org.industrialmind.learning.vibration.Waveform;

/**
 * The features of a snapshot that rise as a bearing wears, all as natural logarithms: how hard it shakes as a whole and in
 * octaves up to half the rate, and how impulsive it is. In logarithms a machine's own beginning can be subtracted.
 *
 * @param directions names of the sensors, in the order in which their blocks come
 * @param octaves below half the rate
 */
public record SnapshotFeatures(List<String> directions, int octaves) {
    private static final double QUIETEST = 1e-9; // m/s2: far below what any sensor resolves, so that logarithms exist

    public SnapshotFeatures {
        directions = List.copyOf(directions);
        if (directions.isEmpty() || octaves < 1) {
            throw new IllegalArgumentException(
                    octaves + " octaves of the directions " + directions + ": expected at least one of each");
        }
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (String direction : directions) {
            names.addAll(List.of(direction + "_rms", direction + "_kurtosis", direction + "_crest"));
            for (int octave = octaves; octave >= 1; octave--) {
                names.add(direction + "_octave_" + octave); // 1 is the highest
            }
        }
        return names;
    }

    /**
     * Returns the features of a snapshot. Shape: [direction] -> [feature].
     *
     * @throws IllegalArgumentException if there is not one block for each direction, or one of them does not move at all
     */
    public double[] row(List<Waveform> blocks) {
        if (blocks.size() != directions.size()) {
            throw new IllegalArgumentException(
                    blocks.size() + " blocks: expected one for each of the directions " + directions);
        }
        double[] row = new double[names().size()];
        int at = 0;
        for (Waveform block : blocks) {
            VibrationFeatures shape = VibrationFeatures.of(block);
            if (Double.isNaN(shape.crest())) {
                throw new IllegalArgumentException(
                        "a snapshot of " + block.size() + " equal readings: leave out those of a dead sensor");
            }
            row[at++] = Math.log(shape.rms());
            row[at++] = Math.log(shape.kurtosis());
            row[at++] = Math.log(shape.crest());
            double[] edges = new double[octaves + 1];
            for (int edge = 0; edge <= octaves; edge++) {
                edges[edge] = block.rate() / 2 / Math.pow(2, octaves - edge);
            }
            for (double level : AccelerationSpectrum.of(block).bands(edges)) {
                row[at++] = Math.log(level + QUIETEST);
            }
        }
        return row;
    }
}

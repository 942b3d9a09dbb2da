package org.industrialmind.learning.vibration.publicdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.outlier.NeighborDistance;
import org.industrialmind.foundations.outlier.OutlierModel;
import org.industrialmind.foundations.spectrum.Band;
import org.industrialmind.foundations.spectrum.Butterworth;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.learning.vibration.Waveform;
import org.industrialmind.learning.vibration.condition.BlockFeatures;
import org.industrialmind.learning.vibration.condition.LevelFeatures;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles.BearingRun;
import org.industrialmind.learning.vibration.publicdata.CaseWesternFiles.Fault;

/**
 * Detection of faults by what has seen only the normal recording: levels of bands, distance to the nearest blocks.
 *
 * <p>The first third of the normal blocks is learned from, the second sets the limit at its highest score, the last tells
 * how often the alarm is false. There is one normal recording, of one bearing at one load, and its rate is in doubt: read it
 * at 12,000 and at 48,000 readings per second, and believe neither much. A new bearing of the same type would alarm too.
 */
public final class NormalOnly {
    private static final int READINGS = 2048;
    private static final int NEIGHBORS = 3;
    private static final int DOUBTED = 4; // times 12,000 is 48,000
    private static final double EDGE = 0.4; // of the new rate: what lies above would fold back

    private NormalOnly() {}

    /**
     * What was measured.
     *
     * @param detected share of the blocks of bearings with a fault that alarm
     * @param falseAlarms share of the last third of the normal blocks that alarm
     * @param normalBlocks in that last third
     */
    public record Result(double detected, double falseAlarms, int normalBlocks) {}

    /** Takes the normal recording to have the rate of the others. */
    public static Result asFiled(List<BearingRun> runs) {
        return measure(runs, normal(runs));
    }

    /** Takes the normal recording to have four times the rate of the others, and thins it out to theirs. */
    public static Result thinnedOut(List<BearingRun> runs) {
        Waveform filed = normal(runs);
        double rate = filed.rate() * DOUBTED;
        double[] smooth = new Butterworth(8, new Band.LowPass(EDGE * filed.rate()))
                .design(rate)
                .bothWays(filed.accelerations());
        double[] thin = new double[smooth.length / DOUBTED];
        for (int t = 0; t < thin.length; t++) {
            thin[t] = smooth[t * DOUBTED];
        }
        return measure(runs, Waveform.of(thin, filed.rate()).atShaftSpeed(filed.requireShaftSpeed()));
    }

    private static Waveform normal(List<BearingRun> runs) {
        return runs.stream()
                .filter(run -> run.fault() == Fault.NORMAL)
                .findFirst()
                .map(BearingRun::waveform)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no normal recording among " + runs.size() + ": expected one of class normal in the index"));
    }

    private static Result measure(List<BearingRun> runs, Waveform normal) {
        BlockFeatures features = new LevelFeatures(8);
        List<double[]> sound = rows(new BearingRun("normal", 0, Fault.NORMAL, 0, normal), features);
        int third = sound.size() / 3;
        if (third <= NEIGHBORS) {
            throw new IllegalArgumentException(
                    "a normal recording of " + sound.size() + " blocks of " + READINGS + " readings: expected at least "
                            + 3 * (NEIGHBORS + 1) + " to learn from, to calibrate and to test");
        }
        Scale scale = Scale.of(sound.subList(0, third));
        OutlierModel model = new NeighborDistance(NEIGHBORS)
                .fit(
                        Matrix.ofRows(
                                sound.subList(0, third).stream().map(scale::of).toArray(double[][]::new)),
                        1);
        double limit = sound.subList(third, 2 * third).stream()
                .mapToDouble(row -> model.score(scale.of(row)))
                .max()
                .orElseThrow();
        List<double[]> last = sound.subList(2 * third, sound.size());
        List<double[]> faulty = new ArrayList<>();
        runs.stream().filter(run -> run.fault() != Fault.NORMAL).forEach(run -> faulty.addAll(rows(run, features)));
        return new Result(above(limit, faulty, model, scale), above(limit, last, model, scale), last.size());
    }

    private static double above(double limit, List<double[]> rows, OutlierModel model, Scale scale) {
        return rows.stream()
                .mapToDouble(row -> model.score(scale.of(row)) > limit ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static List<double[]> rows(BearingRun run, BlockFeatures features) {
        return run.blocks(READINGS).stream().map(features::row).toList();
    }

    private record Scale(List<Moments> columns) {
        static Scale of(List<double[]> rows) {
            Moments[] moments = new Moments[rows.getFirst().length];
            Arrays.fill(moments, Moments.NONE);
            for (double[] row : rows) {
                for (int c = 0; c < moments.length; c++) {
                    moments[c] = moments[c].with(row[c]);
                }
            }
            return new Scale(List.of(moments));
        }

        double[] of(double[] row) {
            double[] scaled = new double[row.length];
            for (int c = 0; c < scaled.length; c++) {
                scaled[c] = (row[c] - columns.get(c).mean()) / columns.get(c).deviation();
            }
            return scaled;
        }
    }
}

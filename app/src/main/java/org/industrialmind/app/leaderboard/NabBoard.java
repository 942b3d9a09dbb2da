package org.industrialmind.app.leaderboard;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.metrics.NabScore;
import org.industrialmind.learning.leaderboard.BoardResult;
import org.industrialmind.learning.leaderboard.LabelledSeries;
import org.industrialmind.learning.leaderboard.NabTally;
import org.industrialmind.learning.leaderboard.NumentaBenchmark;

/** The Numenta Anomaly Benchmark. */
final class NabBoard implements Board {
    @Override
    public String code() {
        return "nab";
    }

    @Override
    public String split() {
        return "learned from the probation, the first 15 % and at most 750 rows; judged on the rest";
    }

    @Override
    public List<Path> files(Path from) {
        return Folder.of(code(), from).matching("(artificial|real)[^/]*/.*\\.csv|labels/combined_windows\\.json");
    }

    @Override
    public List<LabelledSeries> read(Path from) {
        return NumentaBenchmark.read(from);
    }

    @Override
    public double falseAlarmShare() {
        return 0.01;
    }

    /**
     * The benchmark's streams do not end: detectors are to go on learning what is normal, and its windows mark where a change
     * begins. Over as many rows as the longest probation.
     */
    @Override
    public int habituation() {
        return NabScore.LONGEST_PROBATION;
    }

    @Override
    public Map<String, Double> extra(BoardResult result) {
        return NabTally.of(result);
    }

    @Override
    public List<Published> published() {
        return List.of(
                new Published("ARTime (58 series, oracle threshold)", "74.9, few false 65.1, few misses 80.4"),
                new Published("Numenta HTM (58 series, oracle threshold)", "70.5, few false 62.6, few misses 75.2"),
                new Published("KNN-CAD (58 series, oracle threshold)", "58.0, few false 43.4, few misses 64.8"),
                new Published("windowed Gaussian (58 series, oracle)", "39.6"),
                new Published("random (58 series, oracle threshold)", "11.0"));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "The whole benchmark has " + NumentaBenchmark.SERIES
                        + " series; scores of fewer do not compare with its board.",
                "Its board searches the threshold on the labels, as nab_standard_oracle does; ours is from the"
                        + " probation.");
    }
}

package org.industrialmind.app.leaderboard;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.industrialmind.learning.leaderboard.BoardResult;
import org.industrialmind.learning.leaderboard.LabelledSeries;
import org.industrialmind.learning.leaderboard.TennesseeEastman;

/** The Tennessee Eastman process. */
final class TepBoard implements Board {
    private static final Set<String> NEARLY_INVISIBLE = Set.of("d03_te", "d09_te", "d15_te");

    @Override
    public String code() {
        return "tep";
    }

    @Override
    public String split() {
        return "learned from d00 (500 rows); judged on dNN_te, normal for 160 rows, and d00_te";
    }

    @Override
    public List<Path> files(Path from) {
        return Folder.of(code(), from).matching(".*\\.dat\\.gz");
    }

    @Override
    public List<LabelledSeries> read(Path from) {
        return TennesseeEastman.read(from);
    }

    /** All runs share their normal rows, so one stands for all. */
    @Override
    public List<LabelledSeries> practice(Path from, List<LabelledSeries> judged) {
        return List.of(judged.getFirst().practice(PRACTICE_SHARE));
    }

    @Override
    public double falseAlarmShare() {
        return 0.01;
    }

    /** The detection rate of a fault is the share of its abnormal rows that are alarmed; the mean is over faults. */
    @Override
    public Map<String, Double> extra(BoardResult result) {
        double all = 0;
        double visible = 0;
        int faults = 0;
        int visibleFaults = 0;
        for (Map.Entry<String, Map<String, Double>> run : result.bySeries().entrySet()) {
            Double rate = run.getValue().get("recall");
            if (rate != null) {
                all += rate;
                faults++;
                if (!NEARLY_INVISIBLE.contains(run.getKey())) {
                    visible += rate;
                    visibleFaults++;
                }
            }
        }
        Map<String, Double> rates = new LinkedHashMap<>();
        rates.put("fdr_mean", all / faults);
        rates.put("fdr_mean_without_3_9_15", visible / visibleFaults);
        return rates;
    }

    @Override
    public List<Published> published() {
        return List.of(
                new Published("DPCA, T2 and Q (18 faults, limit on d00_te)", "detection 0.781 at 1 % false alarms"),
                new Published("PCA, T2 and Q (18 faults, limit on d00_te)", "detection 0.749 at 1 % false alarms"));
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.atLeast("fdr_mean_without_3_9_15", 0.80), Bar.atMost("far", 0.01));
    }
}

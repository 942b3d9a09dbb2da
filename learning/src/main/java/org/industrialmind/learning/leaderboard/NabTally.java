package org.industrialmind.learning.leaderboard;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.industrialmind.foundations.metrics.NabScore;
import org.industrialmind.foundations.metrics.NabScore.Profile;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * The score of the Numenta benchmark over all series: sums of rewards and costs, scaled so that silence is 0 and perfection
 * 100.
 *
 * <p>An alarm is the opening of an episode, not each of its rows. Series without a window only cost what is alarmed in
 * them. The benchmark's own board searches the one threshold that is best on the labels; that figure is told as oracle
 * beside the score at the limit from normal rows.
 */
public final class NabTally {
    private static final int THRESHOLDS = 60;

    private NabTally() {}

    /** Returns nab_standard, nab_few_false_alarms, nab_few_misses and nab_standard_oracle; empty if there are no windows. */
    public static Map<String, Double> of(BoardResult result) {
        Map<String, Double> scores = new LinkedHashMap<>();
        if (result.results().stream().noneMatch(one -> one.series().hasEvents())) {
            return scores;
        }
        scores.put("nab_standard", score(result.results(), Judgement::alarms, Profile.STANDARD));
        scores.put("nab_few_false_alarms", score(result.results(), Judgement::alarms, Profile.FEW_FALSE_ALARMS));
        scores.put("nab_few_misses", score(result.results(), Judgement::alarms, Profile.FEW_MISSES));
        scores.put("nab_standard_oracle", oracle(result.results()));
        return scores;
    }

    private static double oracle(List<SeriesResult> results) {
        double[] margins = results.stream()
                .flatMapToDouble(result -> Arrays.stream(result.judgement().margins()))
                .sorted()
                .toArray();
        double best = 0; // silence
        for (int i = 0; i < THRESHOLDS; i++) {
            double above = Math.pow(10, -4.0 * i / (THRESHOLDS - 1)); // from every row to one in ten thousand
            AlarmLimit limit = AlarmLimit.plain(Quantiles.ofSorted(margins, 1 - above));
            best = Math.max(best, score(results, judgement -> limit.alarms(judgement.margins()), Profile.STANDARD));
        }
        return best;
    }

    private static double score(List<SeriesResult> results, Function<Judgement, boolean[]> alarmed, Profile profile) {
        double raw = 0;
        int windows = 0;
        for (SeriesResult result : results) {
            boolean[] alarms = Runs.openings(alarmed.apply(result.judgement()), Runs.QUIET_ROWS);
            if (result.series().hasEvents()) {
                int probation = result.series().train().rows();
                NabScore score =
                        NabScore.of(after(probation, result.series().abnormal()), after(probation, alarms), profile);
                raw += score.raw();
                windows += score.windows();
            } else {
                raw -= profile.falseAlarm() * count(alarms);
            }
        }
        double silence = -profile.miss() * windows;
        return 100 * (raw - silence) / (profile.hit() * windows - silence);
    }

    private static boolean[] after(int rows, boolean[] test) {
        boolean[] all = new boolean[rows + test.length];
        System.arraycopy(test, 0, all, rows, test.length);
        return all;
    }

    private static int count(boolean[] rows) {
        int count = 0;
        for (boolean row : rows) {
            count += row ? 1 : 0;
        }
        return count;
    }
}

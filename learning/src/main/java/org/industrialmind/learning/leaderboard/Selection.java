package org.industrialmind.learning.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Chooses a watch for a data set without a look at its test rows.
 *
 * <p>The rule, the same for every data set. Normal series are parted in time into rows to learn from and rows to practise
 * on. The limit of each candidate is the lowest whose alarms, {@linkplain AlarmLimit deadband} and all, keep the budget twice:
 * they take no more than its share of the untouched practice rows in the typical series, which is the median over them, and of
 * held-out rows as a normal distribution would have them. Practice rows come later in time than what was learned, and drift
 * that held-out blocks do not show is in them; the median, so that one recording which changes its habits between its two parts
 * does not make all others deaf. Then {@linkplain RowFaults made-up faults} are put into the practice rows, and the candidate
 * is taken whose alarms have the best F1 over the rows: one that finds much but stays on when all is well again, or runs away
 * where a machine changes its habits, pays for it.
 *
 * <p>For a wider choice every second fault lasts to the end, so that a watch which grows used to what stays is seen to.
 *
 * @param falseAlarmShare the share of normal rows that may be alarmed, in (0, 0.5)
 * @param lasting whether faults may last to the end
 */
public record Selection(double falseAlarmShare, boolean lasting) {
    private static final int COPIES = 2 * RowFaults.kinds(); // two faults of each kind a series
    private static final int MOST_SERIES = 12; // spread over the data set: enough to rank a handful of candidates

    /** @throws IllegalArgumentException if the share is outside (0, 0.5) */
    public Selection {
        if (!(falseAlarmShare > 0 && falseAlarmShare < 0.5)) {
            throw new IllegalArgumentException(
                    "share " + falseAlarmShare + " of normal rows to be alarmed: expected one in (0, 0.5)");
        }
    }

    /** Makes the rule whose faults come to an end. */
    public Selection(double falseAlarmShare) {
        this(falseAlarmShare, false);
    }

    /**
     * How a candidate did.
     *
     * @param f1 of the rows of practice series with made-up faults, at the candidate's limit
     * @param found share of the faulty rows that it alarms
     * @param alarmTime share of the untouched practice rows that are alarmed at its limit, in the typical series
     */
    public record Trial(Watch watch, double f1, double found, double alarmTime) {}

    /**
     * Tries the candidates and returns the best one for each seed, with its limit.
     *
     * @param practice normal series, their test rows those to practise on
     * @param seeds of the made-up faults; whatever a method draws is drawn by the first
     */
    public List<Trial> best(List<Watch> candidates, List<LabelledSeries> practice, List<Long> seeds) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("no candidate to choose: expected one");
        }
        List<Practice> practices = candidates.stream().map(Practice::new).toList();
        spread(practice).forEach(sound -> practise(practices, sound, seeds));
        return IntStream.range(0, seeds.size())
                .mapToObj(seed -> practices.stream()
                        .map(candidate -> candidate.trial(falseAlarmShare, seed))
                        .max(Comparator.comparingDouble(Trial::f1))
                        .orElseThrow())
                .toList();
    }

    private static List<LabelledSeries> spread(List<LabelledSeries> all) {
        int count = Math.min(MOST_SERIES, all.size());
        List<LabelledSeries> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(all.get(i * all.size() / count));
        }
        return some;
    }

    /** Shows one series to all candidates; a method that several of them have learns it once. */
    private void practise(List<Practice> practices, LabelledSeries sound, List<Long> seeds) {
        Map<RowMethod, LearnedMethod> learned = new HashMap<>();
        for (Practice practice : practices) {
            for (RowMethod method : practice.methods()) {
                learned.computeIfAbsent(method, one -> new LearnedMethod(one, sound.train(), seeds.getFirst()));
            }
        }
        Map<RowMethod, double[]> heldOut = each(learned, LearnedMethod::heldOut);
        Map<RowMethod, double[]> untouched = each(learned, method -> method.scores(sound));
        List<Practice.OnSeries> looks = practices.stream()
                .map(practice -> practice.begin(heldOut, untouched))
                .toList();
        for (int seed = 0; seed < seeds.size(); seed++) {
            for (int copy = 0; copy < COPIES; copy++) {
                LabelledSeries broken =
                        RowFaults.into(sound, copy % RowFaults.kinds(), lasting, seeds.get(seed) * COPIES + copy);
                Map<RowMethod, double[]> scores = each(learned, method -> method.scores(broken));
                boolean[] abnormal = broken.abnormal();
                for (Practice.OnSeries look : looks) {
                    look.look(seed, scores, abnormal);
                }
            }
        }
    }

    private static Map<RowMethod, double[]> each(
            Map<RowMethod, LearnedMethod> learned, Function<LearnedMethod, double[]> what) {
        Map<RowMethod, double[]> all = new HashMap<>();
        learned.forEach((method, known) -> all.put(method, what.apply(known)));
        return all;
    }
}

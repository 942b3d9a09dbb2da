package org.industrialmind.learning.leaderboard;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A judge made of methods: their scores are brought to one scale, averaged, gathered over time until they show, and held
 * against what has been usual of late.
 *
 * <p>The mean over the {@linkplain LearnedMethod methods} is smoothed by an exponentially weighted average, which takes
 * single false alarms away and finds what lasts. Its limit is so many standard deviations of what it is on held-out rows,
 * with a {@linkplain AlarmLimit deadband} below. A run of its own has a {@linkplain Probation probation}.
 *
 * <p>Where a machine takes up a habit that it did not have while it was learned, all that follows is strange. So a watch may
 * grow used to it: its scores are held against their own slow mean and deviation so far, where these are above what they were
 * while it was learned. It knows no labels and no rows to come. The price is that a fault which lasts for much longer is grown
 * used to as well.
 *
 * @param methods at least one
 * @param weight of the newest row in the average, in (0, 1]; 1 gathers nothing
 * @param habituation rows over which the slow mean and deviation reach back; 0 where nothing is grown used to
 * @param deviations of the smoothed held-out scores, from their mean to the limit
 */
public record Watch(List<RowMethod> methods, double weight, int habituation, double deviations) implements Judge {
    /** @throws IllegalArgumentException if there is no method, or a number is out of range */
    public Watch {
        methods = List.copyOf(methods);
        if (methods.isEmpty() || !(weight > 0 && weight <= 1) || habituation < 0 || !(deviations > 0)) {
            throw new IllegalArgumentException("watch by " + methods + " with weight " + weight + ", habituation "
                    + habituation + " and limit " + deviations + ": expected a method, a weight in (0, 1], a"
                    + " habituation from 0 and a limit above 0");
        }
    }

    /** Makes a watch that grows used to nothing. */
    public Watch(List<RowMethod> methods, double weight, double deviations) {
        this(methods, weight, 0, deviations);
    }

    Watch withDeviations(double other) {
        return new Watch(methods, weight, habituation, other);
    }

    /** Returns whether another seed may give another judge. */
    public boolean draws() {
        return methods.stream().anyMatch(RowMethod::draws);
    }

    @Override
    public String title() {
        return methods.stream().map(RowMethod::name).collect(Collectors.joining("+")) + ", average " + weight
                + (habituation == 0 ? "" : ", used to it in " + habituation);
    }

    @Override
    public Judgement judge(LabelledSeries series, long seed) {
        List<LearnedMethod> learned = methods.stream()
                .map(method -> new LearnedMethod(method, series.train(), seed))
                .toList();
        Usual usual = usual(learned.stream().map(LearnedMethod::heldOut).toList());
        double[] scores = usual.scores(
                learned.stream().map(method -> method.scores(series)).toList());
        return new Judgement(
                series.continues() ? scores : Probation.settled(scores, deviations),
                AlarmLimit.withDeadband(deviations));
    }

    /** Learns what is usual of the average of the methods. Shape: [method][held-out row]. */
    Usual usual(List<double[]> heldOut) {
        return new Usual(Spread.of(smoothed(heldOut)));
    }

    private double[] smoothed(List<double[]> byMethod) {
        double[] smoothed = new double[byMethod.getFirst().length];
        double level = 0; // what normal rows have on average
        for (int row = 0; row < smoothed.length; row++) {
            double sum = 0;
            for (double[] scores : byMethod) {
                sum += scores[row];
            }
            level += weight * (sum / byMethod.size() - level);
            smoothed[row] = level;
        }
        return smoothed;
    }

    /** What the average of the methods usually is on the rows of one series. */
    final class Usual {
        private final Spread spread;

        private Usual(Spread spread) {
            this.spread = spread;
        }

        /**
         * Returns the smoothed scores of test rows, in standard deviations of those of held-out rows. Shape: [method][row]
         * -> [row].
         */
        double[] scores(List<double[]> byMethod) {
            double[] scores = spread.standardised(smoothed(byMethod));
            double usual = 0; // in the unit of the scores: what held-out rows have
            double variance = 1;
            for (int row = 0; row < scores.length && habituation > 0; row++) {
                double away = scores[row] - usual;
                scores[row] = (scores[row] - Math.max(0, usual)) / Math.max(1, Math.sqrt(variance));
                usual += away / habituation;
                variance += (away * away * (1 - 1.0 / habituation) - variance) / habituation;
            }
            return scores;
        }
    }
}

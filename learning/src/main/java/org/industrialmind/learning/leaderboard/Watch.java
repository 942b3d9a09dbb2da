package org.industrialmind.learning.leaderboard;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * A judge made of methods: their scores are brought to one scale, averaged, and gathered over time until they show.
 *
 * <p>The scale of a method is that of the logarithms of its {@linkplain HeldOutScores held-out scores}: squared distances
 * are skewed, their logarithms about normal, and a score a thousand times the usual one should count for more than its
 * neighbour but not for a thousand of them. The mean over the methods is smoothed by an exponentially weighted average,
 * which takes single false alarms away and finds what lasts; its limit is so many standard deviations of what it is on
 * held-out rows.
 *
 * @param methods at least one
 * @param weight of the newest row in the average, in (0, 1]; 1 gathers nothing
 * @param deviations of the smoothed held-out scores, from their mean to the limit
 */
public record Watch(List<RowMethod> methods, double weight, double deviations) implements Judge {
    /** @throws IllegalArgumentException if there is no method, or weight or deviations are out of range */
    public Watch {
        methods = List.copyOf(methods);
        if (methods.isEmpty() || !(weight > 0 && weight <= 1) || !(deviations > 0)) {
            throw new IllegalArgumentException("watch by " + methods + " with weight " + weight + " and limit "
                    + deviations + ": expected a method, a weight in (0, 1] and a limit above 0");
        }
    }

    Watch withDeviations(double other) {
        return new Watch(methods, weight, other);
    }

    @Override
    public String title() {
        return methods.stream().map(RowMethod::name).collect(Collectors.joining("+")) + ", average " + weight;
    }

    @Override
    public Judgement judge(LabelledSeries series, long seed) {
        return new Judgement(learn(series.train(), seed).scores(series), deviations);
    }

    /** Learns what the methods make of normal rows, and what is usual of the average of them. */
    Learned learn(Matrix normal, long seed) {
        List<LearnedMethod> learned = methods.stream()
                .map(method -> new LearnedMethod(method, normal, seed))
                .toList();
        double[] smoothed =
                smoothed(learned.stream().map(LearnedMethod::heldOut).toList());
        return new Learned(learned, Spread.of(smoothed));
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

    /** Methods that have learned the normal rows of one series. */
    final class Learned {
        private final List<LearnedMethod> learned;
        private final Spread spread;

        private Learned(List<LearnedMethod> learned, Spread spread) {
            this.learned = learned;
            this.spread = spread;
        }

        /** Returns the smoothed scores of the test rows, in standard deviations of those of held-out rows. */
        double[] scores(LabelledSeries series) {
            return spread.standardised(smoothed(
                    learned.stream().map(method -> method.scores(series)).toList()));
        }
    }

    /** A method, its scorer of all normal rows, and its held-out scores on the common scale. */
    private static final class LearnedMethod {
        private final RowMethod method;
        private final RowScorer scorer;
        private final Spread spread;
        private final double[] heldOut;

        LearnedMethod(RowMethod method, Matrix normal, long seed) {
            double[] scores = HeldOutScores.of(method, normal, seed);
            this.method = method;
            this.scorer = method.fit(List.of(normal), seed);
            this.spread = Spread.ofLogarithms(scores);
            this.heldOut = spread.ofLogarithm(scores);
        }

        double[] heldOut() {
            return heldOut;
        }

        /** Returns the scores of the test rows on the common scale. */
        double[] scores(LabelledSeries series) {
            int lead = method.history();
            double[] all = spread.ofLogarithm(scorer.scores(series.testAfter(lead)));
            return Arrays.copyOfRange(all, lead, all.length);
        }
    }
}

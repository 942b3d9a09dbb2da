package org.industrialmind.learning.tabular.selection;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.statistics.Ranks;

/**
 * How a choice made on shuffled folds stands on a harder split: the future, other machines, another plant.
 *
 * @param goal whether more is better
 * @param rivals the best of the search, in its order; the chosen one first
 */
public record ShiftSurvival(Goal goal, List<Rival> rivals) {
    /**
     * A candidate on both splits.
     *
     * @param usual its score while choosing
     * @param shifted its mean score on the harder split
     */
    public record Rival(Candidate candidate, double usual, double shifted) {}

    public ShiftSurvival {
        rivals = List.copyOf(rivals);
        if (rivals.isEmpty()) {
            throw new IllegalArgumentException("no candidate to compare: expected the best of a search");
        }
    }

    /**
     * Judges the best candidates of a search on another split.
     *
     * @param top how many of them; the differences between the best few are what the shift may turn around
     * @param shifted a splitter that looks like the use, such as {@link TimeFolds} or {@link GroupKFold}
     */
    public static ShiftSurvival of(
            SearchLog log, int top, TunableMethod method, RowKeys rows, Splitter shifted, Metric metric, long seed) {
        CrossValidation harder = CrossValidation.of(shifted, metric, seed);
        return new ShiftSurvival(
                log.goal(),
                log.ranked().stream()
                        .limit(top)
                        .map(trial -> new Rival(
                                trial.candidate(),
                                trial.score(),
                                harder.run(method.with(trial.candidate()), rows)
                                        .estimate(metric.name())
                                        .mean()))
                        .toList());
    }

    public Rival chosen() {
        return rivals.getFirst();
    }

    /** Returns by how much the chosen one is worse on the harder split than it looked while choosing. */
    public double gap() {
        return worseBy(chosen().usual(), chosen().shifted());
    }

    /** Returns by how much the chosen one is worse on the harder split than the best rival there; 0 if it is that best. */
    public double regret() {
        double best = rivals.stream()
                .mapToDouble(Rival::shifted)
                .reduce((a, b) -> goal.better(b, a) ? b : a)
                .orElseThrow();
        return worseBy(best, chosen().shifted());
    }

    private double worseBy(double better, double worse) {
        return goal == Goal.HIGHEST ? better - worse : worse - better;
    }

    /** Returns Spearman's correlation of the two orders; NaN if all scores on a split are equal. */
    public double rankAgreement() {
        double[] usual = Ranks.of(rivals.stream().mapToDouble(Rival::usual).toArray());
        double[] shifted = Ranks.of(rivals.stream().mapToDouble(Rival::shifted).toArray());
        double middle = Arrays.stream(usual).average().orElseThrow(); // of ranks: the same for both
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < usual.length; i++) {
            product += (usual[i] - middle) * (shifted[i] - middle);
            first += (usual[i] - middle) * (usual[i] - middle);
            second += (shifted[i] - middle) * (shifted[i] - middle);
        }
        return product / Math.sqrt(first * second);
    }
}
